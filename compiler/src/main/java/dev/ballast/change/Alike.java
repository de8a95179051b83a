package dev.ballast.change;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether two plans come to the same, wherever each was written. */
final class Alike {
    private Alike() {}

    /** Whether they run alike, keep alike, and store the same bytes in the same places. */
    static boolean inEverythingThatCosts(BackupPlan one, BackupPlan two) {
        if (!one.effective().tree().equals(two.effective().tree())
                || !Objects.equals(one.paused(), two.paused())
                || one.tiers().size() != two.tiers().size()) {
            return false;
        }
        for (int i = 0; i < one.tiers().size(); i++) {
            if (!tiers(one.tiers().get(i), two.tiers().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean tiers(TierPlan one, TierPlan two) {
        return one.tier() == two.tier()
                && one.cron().equals(two.cron())
                && one.calendar().dialect() == two.calendar().dialect()
                && one.ttl().equals(two.ttl())
                && stores(one.store(), two.store());
    }

    private static boolean stores(@Nullable StorePlan one, @Nullable StorePlan two) {
        if (one == null || two == null) {
            return one == null && two == null;
        }
        return one.name().equals(two.name())
                && one.effective().tree().equals(two.effective().tree());
    }
}
