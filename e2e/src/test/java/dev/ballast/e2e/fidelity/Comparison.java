package dev.ballast.e2e.fidelity;

import dev.ballast.forecast.Backups;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.TierForecast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Velero did, against what was forecast. A start may trail its due time by a minute, or by two if another one of that minute was
 * first; an expiry trails as its start does; a collection comes within one period after the expiry. Anything else is a difference.
 */
final class Comparison {
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration QUEUED = Duration.ofMinutes(2);

    private final History history;
    private final Forecast forecast;
    private final Backlog backlog;
    private final Map<Instant, Integer> firsts = new HashMap<>();
    private final List<String> found = new ArrayList<>();

    private Comparison(History history, Forecast forecast) {
        this.history = history;
        this.forecast = forecast;
        this.backlog = Backlog.of(forecast, history.from(), history.until());
    }

    /** One line for each difference; none if what happened is what was forecast. */
    static List<String> differences(History history, Forecast forecast) {
        Comparison comparison = new Comparison(history, forecast);
        history.vain().forEach(comparison.found::add);
        forecast.tiers().forEach(comparison::tier);
        comparison.strangers();
        comparison.order();
        comparison.counts();
        return List.copyOf(comparison.found);
    }

    private void tier(TierForecast tier) {
        String word = tier.plan().tier().word();
        List<RecordedBackup> made = history.of(word);
        Backups expected = tier.backups();
        int next = 0;
        for (int i = 0; i < expected.size(); i++) {
            Instant due = Instant.ofEpochSecond(expected.start(i));
            if (!due.isAfter(history.from()) || due.isAfter(history.until())) {
                continue;
            }
            while (next < made.size() && made.get(next).started().isBefore(due)) {
                unexpected(made.get(next++));
            }
            if (next < made.size() && !made.get(next).started().isAfter(due.plus(latest(due)))) {
                backup(made.get(next++), expected, i, due);
            } else {
                found.add("%s: no backup for %s".formatted(word, due));
            }
        }
        made.subList(next, made.size()).forEach(this::unexpected);
    }

    private void unexpected(RecordedBackup backup) {
        found.add("%s: started at %s, when nothing was due".formatted(backup.name(), backup.started()));
    }

    private Duration latest(Instant due) {
        return backlog.at(due) > 1 ? QUEUED : LOOK;
    }

    private void backup(RecordedBackup made, Backups expected, int i, Instant due) {
        Duration trail = Duration.between(due, made.started());
        if (trail.compareTo(LOOK) <= 0) {
            firsts.merge(due, 1, Integer::sum);
        }
        if (!made.completed()) {
            found.add("%s: ended %s".formatted(made.name(), made.phase()));
        }
        Instant expires = Instant.ofEpochSecond(expected.expires(i));
        if (!made.expires().equals(expires.plus(trail))) {
            found.add("%s: expires at %s, not %s after %s".formatted(made.name(), made.expires(), trail, expires));
        }
        collection(made, Instant.ofEpochSecond(expected.collected(i)).plus(trail));
    }

    private void collection(RecordedBackup made, Instant latest) {
        Instant collected = made.collected();
        if (collected == null) {
            if (!history.until().isBefore(latest)) {
                found.add(
                        "%s: still there at %s, expired at %s".formatted(made.name(), history.until(), made.expires()));
            }
        } else if (collected.isBefore(made.expires())) {
            found.add("%s: gone at %s, before it expired at %s".formatted(made.name(), collected, made.expires()));
        } else if (collected.isAfter(latest)) {
            found.add("%s: gone at %s, more than %s after it expired at %s"
                    .formatted(made.name(), collected, Forecaster.COLLECTION_PERIOD, made.expires()));
        }
    }

    /** Backups of tiers that the forecast has not. */
    private void strangers() {
        history.backups().stream()
                .filter(backup -> !backlog.dues().containsKey(backup.tier()))
                .forEach(this::unexpected);
    }

    /** Of those due in one minute the first has to wait for nobody. */
    private void order() {
        for (Instant due : backlog.all()) {
            if (backlog.at(due) > 1 && !firsts.containsKey(due)) {
                found.add("%s: %d were due, and none started within %s".formatted(due, backlog.at(due), LOOK));
            }
        }
    }

    private void counts() {
        history.counts().forEach((at, count) -> {
            int expected = forecast.points(at);
            if (count != expected) {
                found.add("%s: %d restore points, forecast were %d".formatted(at, count, expected));
            }
        });
    }
}
