package dev.ballast.rules.retention;

import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Keep;
import dev.ballast.policy.Quantities;
import java.time.Duration;

/** Times of retention as policies write them. */
final class Spans {
    private static final int HOURS_A_DAY = 24;

    private Spans() {}

    /** How long the backups of a tier live: {@code 7d}, {@code 36h} or {@code forever}. */
    static String life(TierPlan tier) {
        return tier.keep() instanceof Keep.Forever ? "forever" : text(tier.ttl());
    }

    /** Whole days, else whole hours, else as Go writes it. */
    static String text(Duration duration) {
        if (!duration.equals(Duration.ofHours(duration.toHours()))) {
            return Quantities.goText(duration);
        }
        return duration.toHours() % HOURS_A_DAY == 0 ? duration.toDays() + "d" : duration.toHours() + "h";
    }

    /** The shortest span in whole hours that is not shorter. */
    static Duration wholeHours(Duration duration) {
        return Duration.ofHours(duration.plusHours(1).minusNanos(1).toHours());
    }
}
