package dev.ballast.forecast;

import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.PolicyTest.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a policy does to a cluster, told event by event: one queue, one list of what is there, and nothing clever. It shares with the forecast
 * only the calendar, which is held against the real libraries elsewhere.
 */
final class Replay {
    private static final long COLLECTION_PERIOD = 3600;
    private static final Set<Failure> KEEP_FROM_RUNNING = EnumSet.of(Failure.VELERO_DOWN);
    private static final Set<Failure> KEEP_FROM_SUCCESS = EnumSet.of(Failure.RUNS_FAIL, Failure.STORE_DOWN);
    private static final Set<Failure> KEEP_FROM_COLLECTING = EnumSet.of(Failure.VELERO_DOWN, Failure.STORE_DOWN);

    private final BackupPlan plan;
    private final Scenario scenario;
    private final long until;

    /** The due times to come, by tier. */
    private final List<PrimitiveIterator.OfLong> calendars = new ArrayList<>();
    /** Tiers that have missed a run. */
    private final Set<Integer> late = new HashSet<>();

    private final PriorityQueue<ReplayEvent> queue = new PriorityQueue<>();
    private final List<ReplayedBackup> all = new ArrayList<>();
    /** Which of them are there, by number. */
    private final List<Integer> held = new ArrayList<>();
    /** Which of them have expired. */
    private final List<Boolean> expired = new ArrayList<>();

    private final NavigableMap<Long, ReplayMoment> moments = new TreeMap<>();

    private Replay(BackupPlan plan, Scenario scenario, Instant until) {
        this.plan = plan;
        this.scenario = scenario;
        this.until = until.getEpochSecond();
    }

    /** Plays a scenario up to a time; runs at that time are the last. */
    static Replay of(BackupPlan plan, Scenario scenario, Instant until) {
        var replay = new Replay(plan, scenario, until);
        replay.begin();
        replay.play();
        return replay;
    }

    /** Only what existed and what is made when everything works. */
    static List<ReplayedBackup> calm(BackupPlan plan, Scenario scenario, Instant until) {
        var replay = new Replay(plan, scenario.with(List.of()), until);
        replay.begin();
        while (!replay.queue.isEmpty()) {
            replay.happens(replay.queue.remove());
        }
        return replay.all;
    }

    /** When it ends. */
    long until() {
        return until;
    }

    /** All backups, existing ones first, then as they were made. */
    List<ReplayedBackup> backups() {
        return all;
    }

    /** What is there after all that happens at an instant: at the beginning and whenever something happens. */
    NavigableMap<Long, ReplayMoment> moments() {
        return moments;
    }

    private void begin() {
        for (ExistingBackup backup : scenario.existing()) {
            if (plan.name().equals(backup.policy()) && !backup.start().isAfter(scenario.from())) {
                long expires = backup.expires().getEpochSecond();
                add(new ReplayedBackup(
                        tierOf(backup), backup.start().getEpochSecond(), expires, 0, backup.good(), true));
            }
        }
        if (isPaused()) {
            return;
        }
        for (int tier = 0; tier < plan.tiers().size(); tier++) {
            calendars.add(plan.tiers().get(tier).calendar().epochSeconds(scenario.from()));
            due(tier);
        }
    }

    private boolean isPaused() {
        return Boolean.TRUE.equals(plan.paused());
    }

    private int tierOf(ExistingBackup backup) {
        for (int tier = 0; tier < plan.tiers().size() && !isPaused(); tier++) {
            if (plan.tiers().get(tier).tier() == backup.tier()) {
                return tier;
            }
        }
        return plan.tiers().size();
    }

    private void play() {
        long from = scenario.from().getEpochSecond();
        while (!queue.isEmpty()) {
            long now = queue.peek().at();
            if (moments.isEmpty() && now > from) {
                moments.put(from, moment(from));
            }
            while (!queue.isEmpty() && queue.peek().at() == now) {
                happens(queue.remove());
            }
            if (now >= from && now <= until) {
                moments.put(now, moment(now));
            }
        }
        if (moments.isEmpty()) {
            moments.put(from, moment(from));
        }
    }

    private void happens(ReplayEvent event) {
        switch (event.kind()) {
            case COLLECTION -> collect(event);
            case RUN -> run(event);
            case EXPIRY -> expired.set(event.subject(), true);
        }
    }

    /** Velero that is down makes nothing; when it is back it makes one, however many it missed, and counts on from that. */
    private void run(ReplayEvent event) {
        if (during(event.at(), KEEP_FROM_RUNNING)) {
            again(event, KEEP_FROM_RUNNING);
            late.add(event.subject());
            return;
        }
        var tier = plan.tiers().get(event.subject());
        boolean good = !during(event.at(), KEEP_FROM_SUCCESS);
        long expires = event.at() + tier.ttl().toSeconds();
        add(new ReplayedBackup(event.subject(), event.at(), expires, 0, good, false));
        if (late.remove(event.subject())) {
            calendars.set(event.subject(), tier.calendar().epochSeconds(Instant.ofEpochSecond(event.at())));
        }
        due(event.subject());
    }

    private void due(int tier) {
        PrimitiveIterator.OfLong times = calendars.get(tier);
        long next = times.hasNext() ? times.nextLong() : Long.MAX_VALUE;
        if (next <= until) {
            queue.add(new ReplayEvent(next, ReplayEvent.Kind.RUN, tier));
        }
    }

    private void add(ReplayedBackup backup) {
        int number = all.size();
        all.add(backup);
        held.add(number);
        expired.add(false);
        queue.add(new ReplayEvent(backup.expires(), ReplayEvent.Kind.EXPIRY, number));
        queue.add(new ReplayEvent(backup.expires() + COLLECTION_PERIOD, ReplayEvent.Kind.COLLECTION, number));
    }

    /** A downtime anywhere in the period before may have hidden the one look that Velero takes in it; then it takes one in the period after. */
    private void collect(ReplayEvent event) {
        OptionalLong hidden = scenario.outages().stream()
                .filter(outage -> KEEP_FROM_COLLECTING.contains(outage.kind())
                        && outage.from().getEpochSecond() <= event.at()
                        && outage.to().getEpochSecond() > event.at() - COLLECTION_PERIOD)
                .mapToLong(outage -> outage.to().getEpochSecond())
                .max();
        if (hidden.isPresent()) {
            queue.add(new ReplayEvent(
                    hidden.getAsLong() + COLLECTION_PERIOD, ReplayEvent.Kind.COLLECTION, event.subject()));
            return;
        }
        held.remove(/* element */ (Integer) event.subject());
        all.set(event.subject(), all.get(event.subject()).collectedAt(event.at()));
    }

    /** Puts a run off until the outages that hinder it are over. */
    private void again(ReplayEvent event, Set<Failure> hindering) {
        long over = event.at();
        while (during(over, hindering)) {
            over = end(over, hindering);
        }
        if (over <= until) {
            queue.add(new ReplayEvent(over, event.kind(), event.subject()));
        }
    }

    private long end(long time, Set<Failure> kinds) {
        return scenario.outages().stream()
                .filter(outage -> kinds.contains(outage.kind()) && covers(outage, time))
                .mapToLong(outage -> outage.to().getEpochSecond())
                .min()
                .orElseThrow();
    }

    private boolean during(long time, Set<Failure> kinds) {
        for (Outage outage : scenario.outages()) {
            if (kinds.contains(outage.kind()) && covers(outage, time)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Outage outage, long time) {
        return outage.from().getEpochSecond() <= time && time < outage.to().getEpochSecond();
    }

    private ReplayMoment moment(long now) {
        int[] points = new int[plan.tiers().size() + 1];
        int good = 0;
        var starts = new long[held.size()];
        int restorable = 0;
        for (int number : held) {
            ReplayedBackup backup = all.get(number);
            if (backup.good()) {
                good++;
            }
            if (backup.good() && !expired.get(number)) {
                points[backup.tier()]++;
                starts[restorable++] = backup.start();
            }
        }
        long[] sorted = Arrays.copyOf(starts, restorable);
        Arrays.sort(sorted);
        return new ReplayMoment(now, points, good, sorted);
    }
}
