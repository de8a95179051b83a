package dev.ballast.forecast;

import dev.ballast.policy.PolicyTest.Failure;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A forecast beside the replay of the same: every difference in words. */
final class ReplayComparison {
    private static final int MOMENTS = 8;
    /** Of so many cases one is looked at everywhere. */
    private static final int THOROUGH = 12;

    private final ReplayedCase subject;
    private final Draw draw;
    private final Forecast forecast;
    private final Replay replay;
    private final boolean thorough;
    private final List<String> differences = new ArrayList<>();

    private ReplayComparison(ReplayedCase subject, Draw draw) {
        this.subject = subject;
        this.draw = draw;
        this.thorough = draw.oneIn(THOROUGH);
        this.forecast = Forecaster.forecast(subject.plan(), subject.scenario());
        this.replay = Replay.of(subject.plan(), subject.scenario(), forecast.until());
    }

    /** What differs; nothing when all agrees. The draw says which times and ages are asked for. */
    static List<String> of(ReplayedCase subject, Draw draw) {
        var comparison = new ReplayComparison(subject, draw);
        comparison.backups();
        comparison.moments();
        comparison.steadyState();
        return comparison.differences;
    }

    private void same(String what, @Nullable Object forecast, @Nullable Object replay) {
        if (!Objects.equals(forecast, replay)) {
            differences.add("%s: forecast %s, replay %s".formatted(what, forecast, replay));
        }
    }

    private void backups() {
        int tiers = subject.plan().tiers().size();
        for (int tier = 0; tier < tiers; tier++) {
            boolean paused = forecast.tiers().isEmpty();
            backups(tier, paused ? null : forecast.tiers().get(tier).backups());
        }
        backups(tiers, forecast.others());
    }

    /** Where two begin at one time their order is of no account. */
    private void backups(int tier, @Nullable Backups backups) {
        var order = Comparator.comparingLong(ReplayedBackup::start)
                .thenComparingLong(ReplayedBackup::expires)
                .thenComparing(ReplayedBackup::good);
        List<ReplayedBackup> expected = replay.backups().stream()
                .filter(backup -> backup.tier() == tier)
                .sorted(order)
                .toList();
        var found = new ArrayList<ReplayedBackup>();
        for (int i = 0; backups != null && i < backups.size(); i++) {
            found.add(new ReplayedBackup(
                    tier,
                    backups.start(i),
                    backups.expires(i),
                    backups.collected(i),
                    backups.good(i),
                    backups.existing(i)));
            if (i > 0 && backups.start(i - 1) > backups.start(i)) {
                differences.add("tier %d: not ascending at %d".formatted(tier, i));
            }
        }
        found.sort(order);
        same("number of backups of tier " + tier, found.size(), expected.size());
        for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                same("backup %d of tier %d".formatted(i, tier), show(found.get(i)), show(expected.get(i)));
                return;
            }
        }
    }

    private static String show(ReplayedBackup backup) {
        return "%s expires %s collected %s %s%s"
                .formatted(
                        Instant.ofEpochSecond(backup.start()),
                        Instant.ofEpochSecond(backup.expires()),
                        Instant.ofEpochSecond(backup.collected()),
                        backup.good() ? "good" : "bad",
                        backup.existing() ? ", existing" : "");
    }

    /** At events, just before them and anywhere between; of some cases at every event. */
    private void moments() {
        var events = List.copyOf(replay.moments().keySet());
        long from = events.get(0);
        for (int i = 0; i < MOMENTS && differences.isEmpty(); i++) {
            moment(draw.of(events));
            moment(draw.between(from, replay.until()));
            moment(Math.max(from, draw.of(events) - 1));
        }
        for (int i = 0; i < events.size() && thorough && differences.isEmpty(); i++) {
            moment(events.get(i));
        }
    }

    private void moment(long time) {
        Instant at = Instant.ofEpochSecond(time);
        ReplayMoment moment = replay.moments().floorEntry(time).getValue();
        same("points at " + at, forecast.points(at), moment.total());
        for (int tier = 0; tier < forecast.tiers().size(); tier++) {
            Tier name = subject.plan().tiers().get(tier).tier();
            same(name + " points at " + at, forecast.points(name, at), moment.points(tier));
        }
        boolean none = moment.total() == 0;
        same("oldest at " + at, forecast.oldest(at), none ? Optional.empty() : age(time - moment.start(0)));
        same("newest at " + at, forecast.newest(at), none ? Optional.empty() : age(time - moment.newest()));
    }

    private static Optional<Duration> age(long seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }

    private void steadyState() {
        if (!differences.isEmpty()) {
            return;
        }
        List<ReplayedBackup> calm =
                subject.scenario().outages().stream().noneMatch(outage -> outage.kind() == Failure.VELERO_DOWN)
                        ? replay.backups()
                        : Replay.calm(subject.plan(), subject.scenario(), forecast.until());
        var steady = new ReplayedSteadyState(subject.plan(), replay, calm);
        RestorePoints points = forecast.restorePoints();
        Instant from =
                steady.from().isPresent() ? Instant.ofEpochSecond(steady.from().getAsLong()) : null;
        same("steady from", points.steadyFrom(), from);
        same("rpo", forecast.rpo(), longestInterval(calm).or(this::nextInterval).orElse(null));
        if (from == null) {
            return;
        }
        same("at rest", points.atRest(), steady.atRest());
        same(
                "at rest, by tier: one of those just before a run",
                steady.beforeRuns().isEmpty() || isMet(points, steady),
                true);
        same(
                "bound",
                points.bound(),
                Math.max(
                        steady.maximum(),
                        steady.atRest() + subject.plan().tiers().size()));
        same("minimum", points.minimum(), steady.minimum());
        same("maximum", points.maximum(), steady.maximum());
        same("forever", forecast.lookback().forever(), steady.forever());
        long lookback = steady.lookback();
        same("look-back", forecast.lookback().guaranteed(), steady.forever() ? null : Duration.ofSeconds(lookback));
        same("covers a year", !forecast.until().isBefore(Instant.ofEpochSecond(steady.until())), true);
        if (steady.minimum() > 0) {
            gaps(steady, lookback);
        }
    }

    private static Optional<Duration> longestInterval(List<ReplayedBackup> calm) {
        long[] due = calm.stream()
                .filter(backup -> !backup.existing())
                .mapToLong(ReplayedBackup::start)
                .sorted()
                .toArray();
        return IntStream.range(1, due.length)
                .mapToObj(i -> Duration.ofSeconds(due[i] - due[i - 1]))
                .max(Comparator.naturalOrder());
    }

    /** Between the first two due times: what is left to say when fewer are simulated. */
    private Optional<Duration> nextInterval() {
        if (Boolean.TRUE.equals(subject.plan().paused())) {
            return Optional.empty();
        }
        List<Instant> due = subject.plan().tiers().stream()
                .flatMap(tier -> tier.calendar().runs(subject.scenario().from()).limit(2))
                .sorted()
                .toList();
        return due.size() < 2 ? Optional.empty() : Optional.of(Duration.between(due.get(0), due.get(1)));
    }

    /** Whether the numbers of the tiers are those just before a run with the number over all of them. */
    private boolean isMet(RestorePoints points, ReplayedSteadyState steady) {
        return steady.beforeRuns().stream()
                .filter(moment -> moment.total() == points.atRest())
                .anyMatch(moment -> {
                    var met = new EnumMap<Tier, Integer>(Tier.class);
                    for (int tier = 0; tier < subject.plan().tiers().size(); tier++) {
                        met.put(subject.plan().tiers().get(tier).tier(), moment.points(tier));
                    }
                    return met.equals(points.tiersAtRest());
                });
    }

    private void gaps(ReplayedSteadyState steady, long lookback) {
        long[] ages = {draw.between(0, lookback), 0, lookback, lookback / 86_400 * 86_400};
        for (long age : thorough ? ages : new long[] {ages[draw.between(0, 3)]}) {
            Duration asked = Duration.ofSeconds(age);
            same("worst gap at " + asked, forecast.worstGap(asked), age(steady.worstGap(age)));
        }
        Duration tooLong = Duration.ofSeconds(lookback + 1);
        if (!steady.forever()) {
            same("worst gap at " + tooLong, forecast.worstGap(tooLong), Optional.empty());
        }
    }
}
