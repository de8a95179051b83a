package dev.ballast.forecast;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Keep;
import dev.ballast.policy.PolicyTest.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Simulates a policy in one environment: its runs, when each backup expires, and when Velero collects it. A pure sweep over sorted times:
 * nothing steps from minute to minute.
 */
public final class Forecaster {
    /** How often Velero looks for expired backups unless told otherwise: {@code --garbage-collection-frequency}, 60 minutes. */
    public static final Duration COLLECTION_PERIOD = Duration.ofHours(1);

    private static final long YEAR = Duration.ofDays(365).toSeconds();

    private final BackupPlan plan;
    private final Scenario scenario;
    private final long from;
    private final Downtime velero;
    private final Downtime uncollected;
    private final Downtime failing;
    private final List<ExistingBackup> existing;
    private final List<Subject> subjects;

    private Forecaster(BackupPlan plan, Scenario scenario) {
        this.plan = plan;
        this.scenario = scenario;
        this.from = scenario.from().getEpochSecond();
        List<Outage> outages = scenario.outages();
        this.velero = Downtime.of(outages, Set.of(Failure.VELERO_DOWN));
        this.uncollected = Downtime.of(outages, Set.of(Failure.VELERO_DOWN, Failure.STORE_DOWN));
        this.failing = Downtime.of(outages, Set.of(Failure.RUNS_FAIL, Failure.STORE_DOWN));
        this.existing = scenario.existing().stream()
                .filter(backup ->
                        plan.name().equals(backup.policy()) && !backup.start().isAfter(scenario.from()))
                .sorted(Comparator.comparing(ExistingBackup::start).thenComparing(ExistingBackup::name))
                .toList();
        this.subjects = Boolean.TRUE.equals(plan.paused())
                ? List.of()
                : plan.tiers().stream().map(this::subject).toList();
    }

    /**
     * Everything that will be there, from {@code scenario.from()} to at least one year, and one longest TTL, past the steady state. A paused
     * policy makes no runs.
     */
    public static Forecast forecast(BackupPlan plan, Scenario scenario) {
        return new Forecaster(plan, scenario).forecast();
    }

    /** Whether a tier's backups are kept so long that it never fills. */
    public static boolean isForever(TierPlan tier) {
        return tier.keep() instanceof Keep.Forever || tier.ttl().compareTo(Keep.Forever.DURATION) >= 0;
    }

    private Subject subject(TierPlan tier) {
        return new Subject(
                tier,
                new DueRuns(tier.calendar(), scenario.from()),
                existing.stream().filter(backup -> backup.tier() == tier.tier()).toList());
    }

    private Forecast forecast() {
        OptionalLong steady = steadyFrom();
        long window =
                subjects.stream().filter(Subject::fills).mapToLong(Subject::ttl).reduce(YEAR, Math::max);
        long end = Math.max(from + scenario.least().toSeconds(), steady.orElse(from) + window);
        long until =
                subjects.stream().mapToLong(subject -> subject.due().reach(end)).reduce(end, Math::min);
        List<TierForecast> tiers = subjects.stream()
                .map(subject -> new TierForecast(subject.tier(), backups(subject, until)))
                .toList();
        Backups others = Backups.existing(others(), uncollected);
        boolean measured = steady.isPresent() && steady.getAsLong() + window <= until;
        var period =
                new Sweep.Period(measured ? steady.getAsLong() : from, Math.min(until, steady.orElse(from) + window));
        var sweep = new Sweep(tiers, others, period);
        Instant steadyFrom = measured ? Instant.ofEpochSecond(steady.getAsLong()) : null;
        boolean forever = subjects.stream().anyMatch(subject -> isForever(subject.tier()));
        Duration guaranteed = measured && !forever ? sweep.leastLookback() : null;
        return new Forecast(
                plan,
                scenario,
                Instant.ofEpochSecond(until),
                tiers,
                others,
                sweep.restorePoints(steadyFrom),
                new Lookback(guaranteed, forever),
                rpo(until),
                new Gaps(sweep, until));
    }

    /** When every tier has filled and nothing is left that an earlier policy made, but for what that kept forever. */
    private OptionalLong steadyFrom() {
        long left = existing.stream()
                .filter(backup -> backup.good() && !isForever(backup))
                .filter(backup -> subjects.stream().noneMatch(subject -> isOf(subject, backup)))
                .mapToLong(backup -> backup.expires().getEpochSecond())
                .reduce(from, Math::max);
        return subjects.stream()
                .filter(Subject::fills)
                .mapToLong(subject -> Math.max(left, subject.filledAt(from)))
                .max();
    }

    private static boolean isForever(ExistingBackup backup) {
        return !backup.expires().isBefore(backup.start().plus(Keep.Forever.DURATION));
    }

    private static boolean isOf(Subject subject, ExistingBackup backup) {
        return subject.tier().tier() == backup.tier() && subject.conforms(backup);
    }

    private Backups backups(Subject subject, long until) {
        long[] started = subject.due().started(until, velero);
        return Backups.of(subject.existing(), started, subject.ttl(), failing, uncollected);
    }

    /** Backups of tiers that the policy has no longer. */
    private List<ExistingBackup> others() {
        return existing.stream()
                .filter(backup ->
                        subjects.stream().noneMatch(subject -> subject.tier().tier() == backup.tier()))
                .toList();
    }

    /** The longest interval between due times of any tier; where fewer than two are simulated, that between the next two. */
    private @Nullable Duration rpo(long until) {
        long[] due = subjects.stream()
                .flatMapToLong(subject -> LongStream.of(subject.due().until(until)))
                .sorted()
                .toArray();
        if (due.length < 2) {
            due = subjects.stream()
                    .flatMapToLong(subject -> LongStream.of(subject.due().firstTwo()))
                    .sorted()
                    .limit(2)
                    .toArray();
        }
        long longest = -1;
        for (int i = 1; i < due.length; i++) {
            longest = Math.max(longest, due[i] - due[i - 1]);
        }
        return longest < 0 ? null : Duration.ofSeconds(longest);
    }
}
