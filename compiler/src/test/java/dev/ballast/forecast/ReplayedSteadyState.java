package dev.ballast.forecast;

import dev.ballast.calendar.CronSchedule;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Keep;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a replay shows from the time on at which every tier has filled. Times are in seconds since 1970. */
final class ReplayedSteadyState {
    /** What lives as long was kept forever. */
    private static final long CENTURY = Duration.ofDays(36_500).toSeconds();

    private static final long YEAR = Duration.ofDays(365).toSeconds();

    private final BackupPlan plan;
    private final Replay replay;
    /** When the scenario begins. */
    private final long begin;

    private final OptionalLong from;
    /** When good backups begin. */
    private final NavigableSet<Long> good = new TreeSet<>();

    private final long until;
    /** What is there at the beginning, and whatever comes after it. */
    private final List<ReplayMoment> moments;

    /** @param calm what is made without outages: when tiers fill is said of due times */
    ReplayedSteadyState(BackupPlan plan, Replay replay, List<ReplayedBackup> calm) {
        this.plan = plan;
        this.replay = replay;
        this.begin = replay.moments().firstKey();
        this.from = filled(calm);
        replay.backups().stream()
                .filter(ReplayedBackup::good)
                .map(ReplayedBackup::start)
                .forEach(good::add);
        this.until = from.orElse(0) + Math.max(YEAR, longestTtl());
        this.moments = from.isEmpty()
                ? List.of()
                : List.copyOf(replay.moments()
                        .subMap(replay.moments().floorKey(from.getAsLong()), true, until, true)
                        .values());
    }

    OptionalLong from() {
        return from;
    }

    long until() {
        return until;
    }

    private static boolean isForever(TierPlan tier) {
        return tier.keep() instanceof Keep.Forever;
    }

    boolean forever() {
        return plan.tiers().stream().anyMatch(ReplayedSteadyState::isForever);
    }

    private long longestTtl() {
        return plan.tiers().stream()
                .filter(tier -> !isForever(tier))
                .mapToLong(tier -> tier.ttl().toSeconds())
                .max()
                .orElse(0);
    }

    /** Of each tier the last run before its first expiry; of these the last, and not before what was there has expired. */
    private OptionalLong filled(List<ReplayedBackup> calm) {
        long latest = Long.MIN_VALUE;
        for (int tier = 0; tier < plan.tiers().size(); tier++) {
            int number = tier;
            List<ReplayedBackup> made = calm.stream()
                    .filter(backup -> backup.tier() == number && !backup.existing())
                    .toList();
            if (isForever(plan.tiers().get(tier)) || made.isEmpty()) {
                continue;
            }
            long expiry = row(tier, calm).orElse(made.get(0).start())
                    + plan.tiers().get(tier).ttl().toSeconds();
            latest = Math.max(latest, begin);
            for (ReplayedBackup backup : made) {
                if (backup.start() < expiry) {
                    latest = Math.max(latest, backup.start());
                }
            }
        }
        if (latest == Long.MIN_VALUE) {
            return OptionalLong.empty();
        }
        for (ReplayedBackup backup : calm) {
            if (backup.existing()
                    && backup.good()
                    && !conforms(backup)
                    && backup.expires() - backup.start() < CENTURY) {
                latest = Math.max(latest, backup.expires());
            }
        }
        return OptionalLong.of(latest);
    }

    /** Whether its tier would have let it live as long, but for the delay with which it is stamped; or lets it live anyhow. */
    private boolean conforms(ReplayedBackup backup) {
        if (backup.tier() == plan.tiers().size()) {
            return false;
        }
        TierPlan tier = plan.tiers().get(backup.tier());
        return isForever(tier)
                || Math.abs(backup.expires() - backup.start() - tier.ttl().toSeconds()) <= 120;
    }

    /** When the first of the existing backups began that belong to an unbroken row: each due time up to the last one has one. */
    private OptionalLong row(int tier, List<ReplayedBackup> calm) {
        List<Long> starts = calm.stream()
                .filter(backup -> backup.tier() == tier && backup.existing() && backup.good() && conforms(backup))
                .map(ReplayedBackup::start)
                .sorted()
                .toList();
        CronSchedule schedule = plan.tiers().get(tier).calendar();
        if (starts.isEmpty() || schedule.isInterval()) {
            return OptionalLong.empty();
        }
        OptionalLong row = OptionalLong.empty();
        long due = nextDue(schedule, begin - plan.tiers().get(tier).ttl().toSeconds());
        while (due <= begin) {
            long from = due;
            long to = Math.min(begin + 1, nextDue(schedule, due));
            OptionalLong start = starts.stream()
                    .mapToLong(Long::longValue)
                    .filter(time -> from <= time && time < to)
                    .findFirst();
            row = start.isPresent() && row.isPresent() ? row : start;
            due = nextDue(schedule, due);
        }
        return row;
    }

    private static long nextDue(CronSchedule schedule, long after) {
        return schedule.next(Instant.ofEpochSecond(after))
                .map(Instant::getEpochSecond)
                .orElse(Long.MAX_VALUE);
    }

    int minimum() {
        return moments.stream().mapToInt(ReplayMoment::total).min().orElse(0);
    }

    int maximum() {
        return moments.stream().mapToInt(ReplayMoment::held).max().orElse(0);
    }

    /** The number just before a run of any tier: the one met most often, of equals the least. */
    int atRest() {
        var times = new TreeMap<Integer, Integer>();
        beforeRuns().forEach(moment -> times.merge(moment.total(), 1, Integer::sum));
        int most = times.isEmpty() ? 0 : Collections.max(times.values());
        return times.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .mapToInt(Map.Entry::getKey)
                .min()
                .orElse(0);
    }

    /** What is there just before each run; twice, where two are made at one time. */
    List<ReplayMoment> beforeRuns() {
        return replay.backups().stream()
                .filter(run -> !run.existing() && run.start() > from.orElse(0) && run.start() <= until)
                .map(run -> replay.moments().lowerEntry(run.start()).getValue())
                .toList();
    }

    /** The least age of the oldest restore point, zero when there are times without any. */
    long lookback() {
        long least = Long.MAX_VALUE;
        for (ReplayMoment moment : moments) {
            long since = Math.max(moment.at(), from.orElse(0));
            least = Math.min(least, moment.total() == 0 ? 0 : since - moment.start(0));
        }
        return least;
    }

    /**
     * The longest stretch from one restore point to the next that an age falls into; from the newest one to the next that will be good, or to
     * the end of the replay.
     */
    long worstGap(long age) {
        long worst = 0;
        for (int i = 0; i < moments.size(); i++) {
            ReplayMoment moment = moments.get(i);
            long first = Math.max(moment.at(), from.orElse(0)) - age;
            long last = (i + 1 < moments.size() ? moments.get(i + 1).at() - 1 : until) - age;
            for (int k = 0; k < moment.total(); k++) {
                long point = moment.start(k);
                long next = k + 1 < moment.total() ? moment.start(k + 1) : nextGood(moment.at());
                worst = point <= last && first < next ? Math.max(worst, next - point) : worst;
            }
        }
        return worst;
    }

    private long nextGood(long time) {
        Long next = good.higher(time);
        return next == null ? replay.until() : next;
    }
}
