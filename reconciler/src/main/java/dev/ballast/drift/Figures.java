package dev.ballast.drift;

import dev.ballast.cost.Bytes;
import dev.ballast.cost.Calibration;
import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What a drift was made from, and how well that is known.
 *
 * @param said the size that is expected
 * @param found the size as far as it was measured
 * @param measured absent where nothing was
 * @param elsewhere whether the volumes are counted in another policy
 */
record Figures(
        BackupPlan plan,
        Terms.Size said,
        Terms.Size found,
        Calibration.@Nullable Measured measured,
        CostWalk.End end,
        boolean elsewhere) {
    /** The name of the layer whose values nobody wrote. */
    private static final String BUILT_IN = "built-in";

    /** How well it is known what should be there. */
    Certainty expected() {
        return !elsewhere && standsOnDefaults(said) ? Certainty.ASSUMED : Certainty.MODELLED;
    }

    /** How well it is known what is there: measured only where all of it was. */
    Certainty actual() {
        if (isMeasured()) {
            return Certainty.MEASURED;
        }
        return !elsewhere && standsOnDefaults(found) ? Certainty.ASSUMED : Certainty.MODELLED;
    }

    private boolean isMeasured() {
        return !end.modelled().bins().isEmpty()
                && end.modelled().bins().entrySet().stream()
                        .allMatch(bin -> bin.getValue() == 0 || isMeasured(bin.getKey()));
    }

    private boolean isMeasured(Bytes.Bin bin) {
        return end.measured().containsKey(bin);
    }

    private boolean standsOnDefaults(Terms.Size size) {
        return size.deltas().isEmpty() && isBuiltIn("/size/change") && isBuiltIn("/size/reach");
    }

    private boolean isBuiltIn(String pointer) {
        return !plan.effective().has(pointer)
                || plan.effective().origin(pointer).layer().equals(BUILT_IN);
    }
}
