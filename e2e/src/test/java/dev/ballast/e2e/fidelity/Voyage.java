package dev.ballast.e2e.fidelity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.ShiftedClock;
import dev.ballast.e2e.cluster.ShiftedCluster;
import dev.ballast.forecast.Forecast;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Takes a Velero through time: the clock is set to the last look of its Schedule loop before each due time, when nothing may happen, to the
 * first look after it, and to each collection after an expiry; it is set on when all that is due has happened.
 */
final class Voyage {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(60);

    /** A run that comes too early, or one too many, has this long to show itself. */
    private static final Duration NOTHING = Duration.ofMillis(150);

    /** So many looks in a row at queued Backups, and none that is being made: Velero waits for its next look. */
    private static final int STUCK = 5;

    /** Neither a start nor an expiry so long before a count: it does not depend on how much they trail. */
    private static final Duration CALM = Duration.ofMinutes(3);

    /** After so many things that did not happen the rest is not worth waiting for. */
    private static final int HOPELESS = 5;

    private static final Set<String> ENDED =
            Set.of("Completed", "PartiallyFailed", "Failed", "FailedValidation", "Deleting");

    private final ShiftedCluster shifted;
    private final ShiftedClock clock;
    private final Forecast forecast;
    private final Ticks ticks;
    private final Instant until;
    private final Instant from;
    private final Backlog backlog;
    private final Map<String, RecordedBackup> seen = new TreeMap<>();
    private final TreeMap<Instant, Integer> counts = new TreeMap<>();
    private final TreeSet<String> vain = new TreeSet<>();
    private final Set<String> given = new HashSet<>();

    Voyage(ShiftedCluster shifted, Forecast forecast, Ticks ticks, Instant until) {
        this.shifted = shifted;
        this.clock = shifted.clock();
        this.forecast = forecast;
        this.ticks = ticks;
        this.until = until;
        this.from = forecast.scenario().from();
        this.backlog = Backlog.of(forecast, from, until);
    }

    /** Everything that happens until the end. */
    History history() throws IOException, InterruptedException {
        Optional<Instant> stop = next();
        while (stop.isPresent() && vain.size() < HOPELESS) {
            clock.set(stop.get());
            settle();
            if (isBeforeARun(stop.get())) {
                Thread.sleep(NOTHING.toMillis());
                look();
                count();
            }
            stop = next();
        }
        Instant end = vain.size() < HOPELESS ? until : clock.now();
        clock.set(end);
        settle();
        look();
        return new History(from, end, List.copyOf(seen.values()), counts, List.copyOf(vain));
    }

    private Optional<Instant> next() {
        Instant now = clock.now();
        Stream<Instant> runs = Stream.ofNullable(backlog.all().higher(ticks.before(now, Ticks.MINUTE)))
                .flatMap(due -> Stream.of(ticks.before(due, Ticks.MINUTE), ticks.from(due, Ticks.MINUTE)));
        Stream<Instant> collections =
                present().map(backup -> ticks.from(backup.expires().isAfter(now) ? backup.expires() : now, Ticks.HOUR));
        return Stream.concat(runs, collections)
                .filter(stop -> stop.isAfter(now) && stop.isBefore(until))
                .min(Instant::compareTo);
    }

    private boolean isBeforeARun(Instant stop) {
        Instant due = backlog.all().higher(stop);
        return due != null
                && stop.equals(ticks.before(due, Ticks.MINUTE))
                && forecast.points(stop) == forecast.points(stop.minus(CALM));
    }

    private Stream<RecordedBackup> present() {
        return seen.values().stream().filter(backup -> backup.collected() == null);
    }

    /** Waits until all that should have happened by now has. */
    private void settle() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int queued = 0;
        for (Look look = look(); ; look = look()) {
            List<String> missing = missing();
            if (look.busy().isEmpty() && missing.isEmpty()) {
                return;
            }
            if (System.nanoTime() > end) {
                given.addAll(missing);
                missing.forEach(what -> vain.add(what + " was waited for in vain"));
                return;
            }
            queued = look.onlyQueued() ? queued + 1 : 0;
            if (queued == STUCK) {
                queued = 0;
                clock.set(ticks.from(clock.now(), Ticks.MINUTE));
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    /** What should have happened by now and has not. */
    private List<String> missing() {
        Instant now = clock.now();
        Instant looked = ticks.before(now, Ticks.MINUTE);
        Instant collected = ticks.before(now, Ticks.HOUR);
        List<String> missing = new ArrayList<>();
        backlog.dues().forEach((tier, dues) -> {
            long made = seen.values().stream()
                    .filter(backup -> backup.tier().equals(tier))
                    .count();
            int due = backlog.upTo(tier, looked);
            if (made < due) {
                missing.add("%s backup %d".formatted(tier, due));
            }
        });
        present()
                .filter(backup -> backup.expires().isBefore(collected))
                .forEach(backup -> missing.add("the end of " + backup.name()));
        missing.removeAll(given);
        return missing;
    }

    private void count() {
        Instant now = clock.now();
        counts.put(now, (int) present()
                .filter(backup -> backup.completed() && backup.expires().isAfter(now))
                .count());
    }

    /** Phases of the Backups that are not finished. */
    private record Look(List<String> busy) {
        boolean onlyQueued() {
            return !busy.isEmpty() && busy.stream().allMatch("Queued"::equals);
        }
    }

    private Look look() throws IOException, InterruptedException {
        Set<String> gone = new HashSet<>(seen.keySet());
        List<String> busy = new ArrayList<>();
        for (JsonNode backup : shifted.cluster().read("backups")) {
            String name = backup.at("/metadata/name").asText();
            String phase = backup.at("/status/phase").asText();
            gone.remove(name);
            if (!ENDED.contains(phase)) {
                busy.add(phase);
            } else if (!phase.equals("Deleting")) {
                seen.putIfAbsent(name, read(backup, name, phase));
            }
        }
        Instant now = clock.now();
        gone.forEach(name -> seen.computeIfPresent(name, (same, backup) -> backup.goneAt(now)));
        return new Look(busy);
    }

    private static RecordedBackup read(JsonNode backup, String name, String phase) {
        String created = backup.at("/metadata/creationTimestamp").asText();
        return new RecordedBackup(
                name,
                backup.at("/metadata/labels").path("ballast.dev/tier").asText("-"),
                Instant.parse(backup.at("/status/startTimestamp").asText(created)),
                Instant.parse(backup.at("/status/expiration").asText(created)),
                phase,
                null);
    }
}
