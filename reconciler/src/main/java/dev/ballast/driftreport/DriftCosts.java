package dev.ballast.driftreport;

import dev.ballast.cost.Cause;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.drift.CostDrift;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which differences in costs are shown. */
final class DriftCosts {
    private DriftCosts() {}

    /** Whether there is any difference to show, alarming or not. */
    static boolean isTold(@Nullable CostDrift cost) {
        return cost != null && !causes(cost).isEmpty();
    }

    /** The causes that come to anything, with amounts that add up to the whole. */
    static List<Cause> causes(CostDrift cost) {
        return cost.parts().shown(EnvironmentCost.DIGITS);
    }
}
