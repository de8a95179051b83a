package dev.ballast.guard;

import dev.ballast.calendar.CronSchedule;
import dev.ballast.policy.Tier;
import dev.ballast.simulator.Phases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Histories, each from a number. */
final class RandomHistories {
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final long START = Instant.parse("2027-01-01T00:00:00Z").getEpochSecond();
    private static final CronSchedule HOURLY = Scene.cron("30 * * * *");
    private static final CronSchedule SIX_HOURLY = Scene.cron("0 */6 * * *");
    private static final CronSchedule DAILY = Scene.cron("0 2 * * *");
    private static final CronSchedule WEEKLY = Scene.cron("0 3 * * 0");
    private static final Trouble.Kind[] KINDS = Trouble.Kind.values();
    /** What {@code guarantee: strict} adds to a TTL unless told otherwise. */
    private static final long GRACE = 2 * HOUR;

    private final SplittableRandom random;
    private final long seed;

    private RandomHistories(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** The history of a number. */
    static History of(long seed) {
        return new RandomHistories(seed).history();
    }

    private History history() {
        List<History.Kept> tiers = tiers();
        long interval = tiers.get(0).interval();
        int count = tiers.stream().mapToInt(History.Kept::count).max().orElseThrow();
        long from = START + random.nextLong(7 * DAY);
        long to = from + interval * (count + 3 + random.nextInt(9));
        boolean calm = random.nextInt(8) == 0;
        return new History(
                seed,
                random.nextInt(6) == 0 ? random.nextInt(8) : 3,
                tiers,
                new Phases(random.nextLong(60), random.nextLong(60), random.nextLong(HOUR), random.nextLong(60)),
                60 + random.nextLong(Math.min(4 * HOUR, interval / 10)),
                calm || random.nextBoolean() ? 0 : random.nextInt(600),
                calm ? List.of() : troubles(from, to),
                from,
                to);
    }

    private List<History.Kept> tiers() {
        return switch (random.nextInt(8)) {
            case 0 -> List.of(kept(Tier.HOURLY, HOURLY, HOUR));
            case 1 -> List.of(kept(Tier.HOURLY, SIX_HOURLY, 6 * HOUR));
            case 2 -> List.of(kept(Tier.HOURLY, SIX_HOURLY, 6 * HOUR), kept(Tier.DAILY, DAILY, DAY));
            case 3 -> List.of(kept(Tier.HOURLY, HOURLY, HOUR), kept(Tier.DAILY, DAILY, DAY));
            case 4 -> List.of(kept(Tier.DAILY, DAILY, DAY), kept(Tier.WEEKLY, WEEKLY, 7 * DAY));
            case 5 -> List.of(kept(Tier.WEEKLY, WEEKLY, 7 * DAY));
            default -> List.of(kept(Tier.DAILY, DAILY, DAY));
        };
    }

    private History.Kept kept(Tier tier, CronSchedule calendar, long interval) {
        int count = 1 + random.nextInt(random.nextBoolean() ? 4 : 7);
        boolean strict = random.nextInt(4) == 0;
        return new History.Kept(tier, calendar, interval, count, interval * count + (strict ? GRACE : 0));
    }

    private List<Trouble> troubles(long from, long to) {
        var troubles = new ArrayList<Trouble>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            long begin = from + random.nextLong(to - from);
            boolean fail = random.nextBoolean();
            boolean lasts = random.nextInt(4) == 0;
            troubles.add(new Trouble(
                    fail ? Trouble.Kind.RUNS_FAIL : KINDS[random.nextInt(KINDS.length)],
                    begin,
                    lasts ? to : begin + 1 + random.nextLong(to - begin)));
        }
        return List.copyOf(troubles);
    }
}
