package dev.ballast.rules.schedule;

import dev.ballast.calendar.CronFields;
import dev.ballast.plan.TierPlan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Minutes in which two tiers are due. */
final class CommonRun {
    /** So many runs of the coarser tier are looked at: for a daily one more than two years. */
    private static final int RUNS = 800;

    private CommonRun() {}

    /** The first run of a tier at which a finer one is due as well. */
    static Optional<Instant> of(TierPlan tier, TierPlan finer, Instant after) {
        Optional<CronFields> coarse = tier.calendar().fields();
        Optional<CronFields> fine = finer.calendar().fields();
        ZoneId zone = finer.calendar().zone();
        if (coarse.isEmpty()
                || fine.isEmpty()
                || areApart(
                        coarse.get(), fine.get(), zone.equals(tier.calendar().zone()))) {
            return Optional.empty();
        }
        var runs = tier.calendar().epochSeconds(after);
        for (int i = 0; i < RUNS && runs.hasNext(); i++) {
            Instant run = Instant.ofEpochSecond(runs.nextLong());
            if (fine.get().matches(run.atZone(zone).toLocalDateTime())) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    /** Whether two crons on one clock never share a time of day: so it is with nearly all. */
    private static boolean areApart(CronFields one, CronFields two, boolean sameZone) {
        return sameZone
                && ((one.minutes().bits() & two.minutes().bits()) == 0
                        || (one.hours().bits() & two.hours().bits()) == 0);
    }
}
