package dev.ballast.guard;

import dev.ballast.calendar.CronSchedule;
import dev.ballast.policy.Tier;
import dev.ballast.simulator.Outcome;
import dev.ballast.simulator.Phases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A policy and what befalls it, from which everything else follows.
 *
 * @param seed of what is random in it still: how long runs take, and which of them fail
 * @param minGood how many are to be held
 * @param seconds that a run takes at most; half of that at least
 * @param failing of a thousand runs
 * @param from in seconds since 1970
 * @param to when it ends
 */
record History(
        long seed,
        int minGood,
        List<Kept> tiers,
        Phases phases,
        long seconds,
        int failing,
        List<Trouble> troubles,
        long from,
        long to) {
    private static final long DAY = 86_400;

    /**
     * A tier.
     *
     * @param interval between its runs, in seconds
     * @param ttl in seconds
     */
    record Kept(Tier tier, CronSchedule calendar, long interval, int count, long ttl) {
        @Override
        public String toString() {
            return "%s %s keeps %d, ttl %s".formatted(tier, calendar.text(), count, Duration.ofSeconds(ttl));
        }
    }

    /** What the guard is asked to hold: no more than is promised. */
    int wanted() {
        return Math.min(minGood, tiers.stream().mapToInt(Kept::count).sum());
    }

    /** Whether every tier keeps so many that its own rhythm never lets go what is to be held. */
    boolean isRoomy() {
        return tiers.stream()
                .allMatch(tier -> tier.ttl >= (wanted() + 2) * tier.interval && tier.interval >= 8 * seconds);
    }

    /**
     * How long after its end, when everything works again, the last extended backup must have gone: as many runs as are held, the longest
     * extension, and what the guard and the collection may be late. Only told of policies with one tier that keeps more than one: one that keeps
     * one always lives on the guard, and a missing backup of another tier counts for as long as that would have lived.
     */
    OptionalLong recovery() {
        Kept tier = tiers.get(0);
        if (tiers.size() > 1 || tier.count == 1) {
            return OptionalLong.empty();
        }
        long runs = wanted() * tier.interval;
        long extension = Math.min(7 * DAY, Math.max(DAY, runs + DAY / 2));
        return OptionalLong.of(runs + 2 * tier.interval + extension + DAY / 3);
    }

    boolean has(Trouble.Kind kind) {
        return troubles.stream().anyMatch(trouble -> trouble.kind() == kind);
    }

    boolean isDuring(Trouble.Kind kind, long time) {
        for (Trouble trouble : troubles) {
            if (trouble.kind() == kind && trouble.covers(time)) {
                return true;
            }
        }
        return false;
    }

    /** How the run of a tier that starts at a time ends. */
    Outcome outcome(Tier tier, long start) {
        long random = mixed(seed ^ mixed(start * 31 + tier.word().hashCode()));
        long took = seconds / 2 + Math.floorMod(random, seconds / 2 + 1);
        boolean fails = Math.floorMod(random >>> 32, 1000L) < failing || isDuring(Trouble.Kind.RUNS_FAIL, start);
        return fails && start <= to ? Outcome.failed(took) : Outcome.good(took);
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /** The same with one thing less, or a simpler one. */
    List<History> simpler() {
        var simpler = new ArrayList<History>();
        for (int i = 0; i < troubles.size(); i++) {
            simpler.add(with(without(troubles, i), tiers, failing, to, phases));
        }
        for (int i = 0; i < tiers.size() && tiers.size() > 1; i++) {
            simpler.add(with(troubles, without(tiers, i), failing, to, phases));
        }
        if (failing > 0) {
            simpler.add(with(troubles, tiers, 0, to, phases));
        }
        long length = to - from;
        if (length > tiers.get(0).interval) {
            simpler.add(with(troubles, tiers, failing, from + length / 2, phases));
            simpler.add(with(troubles, tiers, failing, from + length * 9 / 10, phases));
        }
        if (!phases.equals(Phases.ZERO)) {
            simpler.add(with(troubles, tiers, failing, to, Phases.ZERO));
        }
        return simpler;
    }

    private History with(List<Trouble> troubles, List<Kept> tiers, int failing, long to, Phases phases) {
        return new History(seed, minGood, tiers, phases, seconds, failing, troubles, from, to);
    }

    private static <T> List<T> without(List<T> list, int index) {
        var fewer = new ArrayList<>(list);
        fewer.remove(index);
        return List.copyOf(fewer);
    }

    @Override
    public String toString() {
        return """
                seed %d, %s to %s, minGood %d
                runs take up to %ds, %d of 1000 fail, %s
                %s
                %s""".formatted(
                        seed,
                        Instant.ofEpochSecond(from),
                        Instant.ofEpochSecond(to),
                        minGood,
                        seconds,
                        failing,
                        phases,
                        lines(tiers),
                        lines(troubles));
    }

    private static String lines(List<?> entries) {
        return entries.stream().map(entry -> "  " + entry).collect(Collectors.joining("\n"));
    }
}
