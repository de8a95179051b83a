package dev.ballast.change;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a change takes away something that could be restored. */
final class Loss {
    private Loss() {}

    /** Whether the policy goes, or reaches less far back, or has fewer restore points, or longer gaps between them. */
    static boolean of(PolicyChange policy) {
        if (policy.change() == Change.REMOVED) {
            return true;
        }
        Outlook before = PlanText.outlook(policy.before());
        Outlook after = PlanText.outlook(policy.after());
        if (before == null || after == null) {
            return false;
        }
        return after.restorePoints() < before.restorePoints()
                || reach(after).compareTo(reach(before)) < 0
                || gap(after.rpo()).compareTo(gap(before.rpo())) > 0;
    }

    private static Duration reach(Outlook outlook) {
        return outlook.forever()
                ? Duration.ofSeconds(Long.MAX_VALUE)
                : Objects.requireNonNullElse(outlook.lookback(), Duration.ZERO);
    }

    private static Duration gap(@Nullable Duration rpo) {
        return rpo == null ? Duration.ofSeconds(Long.MAX_VALUE) : rpo;
    }
}
