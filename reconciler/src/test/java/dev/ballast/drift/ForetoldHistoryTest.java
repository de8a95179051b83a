package dev.ballast.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.drift.TierRun.Outcome;
import dev.ballast.forecast.Backups;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Outage;
import dev.ballast.forecast.Scenario;
import dev.ballast.forecast.TierForecast;
import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.PolicyTest.Failure;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Histories that a forecast foretold, outages included: what is judged is what was foretold. */
class ForetoldHistoryTest {
    private static final List<BackupPlan> PLANS = List.of(
            ShopPlan.of("keep: {daily: 7, weekly: 4, monthly: 12}"),
            ShopPlan.of("keep: {hourly: 24, daily: 7}"),
            ShopPlan.of("keep: {daily: 7, weekly: 4}", "schedule: {timezone: Europe/Berlin, daily: \"02:30\"}"),
            ShopPlan.of("keep: {daily: 10}", "schedule: {timezone: America/Santiago, daily: \"Mon-Fri 23:59\"}"),
            ShopPlan.of("keep: {hourly: 8, monthly: 3}", "schedule: {timezone: Australia/Lord_Howe, hourly: every 6h}"),
            ShopPlan.of("keep: {monthly: 12, yearly: 2}", "schedule: {monthly: \"31 04:00\"}"),
            ShopPlan.of("keep: {daily: 4d, monthly: 3}", "schedule: {daily: \"@every 26h\"}"));

    /** A policy that began, what happened to it, and when it is looked at. */
    record Story(BackupPlan plan, Instant from, List<Outage> outages, Instant at) {
        Forecast forecast(List<Outage> with) {
            return Forecaster.forecast(
                    plan,
                    Scenario.from(from)
                            .with(with)
                            .reaching(Duration.between(from, at).plusDays(1)));
        }

        Map<Tier, TierLife> lives() {
            return plan.tiers().stream()
                    .collect(Collectors.toMap(
                            TierPlan::tier,
                            tier -> new TierLife(from, null),
                            (a, b) -> a,
                            () -> new EnumMap<>(Tier.class)));
        }

        /** What would be there. */
        PolicyView view() {
            var backups = new ArrayList<ObservedBackup>();
            for (TierForecast tier : forecast(outages).tiers()) {
                Backups foretold = tier.backups();
                for (int i = 0; i < foretold.size() && foretold.start(i) <= at.getEpochSecond(); i++) {
                    if (foretold.collected(i) > at.getEpochSecond()) {
                        BackupPhase phase = foretold.good(i) ? BackupPhase.COMPLETED : BackupPhase.FAILED;
                        backups.add(History.backup(tier.plan(), Instant.ofEpochSecond(foretold.start(i)), phase));
                    }
                }
            }
            return new PolicyView(List.of(), backups, Map.of(), Map.of());
        }

        Health judged() {
            return Execution.judge(plan, History.CLUSTER, lives(), view(), at);
        }

        TierRuns runs(TierPlan tier) {
            return TierRuns.of(plan, tier, History.CLUSTER, new TierLife(from, null), view(), at);
        }

        boolean isIn(long time, Failure... kinds) {
            return outages.stream()
                    .filter(outage -> List.of(kinds).contains(outage.kind()))
                    .anyMatch(outage -> outage.from().getEpochSecond() <= time
                            && time < outage.to().getEpochSecond());
        }

        /** When Velero is up at or after a time. */
        long up(long time) {
            long up = time;
            for (long before = -1; before != up; ) {
                before = up;
                for (Outage outage : outages) {
                    boolean in = outage.kind() == Failure.VELERO_DOWN
                            && outage.from().getEpochSecond() <= up
                            && up < outage.to().getEpochSecond();
                    up = in ? outage.to().getEpochSecond() : up;
                }
            }
            return up;
        }

        /** What becomes of every due time of which a restore point should be there, told from the outages alone. */
        List<Outcome> expected(TierPlan tier) {
            var outcomes = new ArrayList<Outcome>();
            PrimitiveIterator.OfLong times = tier.calendar().epochSeconds(from);
            for (long due = times.nextLong(); due <= at.getEpochSecond(); ) {
                long next = times.nextLong();
                if (due + tier.ttl().toSeconds() > at.getEpochSecond()) {
                    long start = up(due);
                    boolean made = start < next && start <= at.getEpochSecond();
                    outcomes.add(
                            !made
                                    ? Outcome.NONE
                                    : isIn(start, Failure.RUNS_FAIL, Failure.STORE_DOWN)
                                            ? Outcome.FAILED
                                            : Outcome.GOOD);
                }
                due = next;
            }
            return outcomes;
        }
    }

    @Provide
    Arbitrary<Story> stories() {
        Arbitrary<Instant> begins = Arbitraries.longs()
                .between(
                        Instant.parse("2026-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2029-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
        Arbitrary<Long> ages =
                Arbitraries.longs().between(1, Duration.ofDays(800).toSeconds());
        return Combinators.combine(
                        Arbitraries.of(PLANS),
                        begins,
                        ages,
                        nearChanges().injectNull(0.5),
                        parts().list().ofMaxSize(4))
                .as((plan, from, age, nearChange, parts) -> {
                    Instant any = from.plusSeconds(age);
                    Instant at =
                            nearChange == null ? any : expiryOfChange(plan, any).plusSeconds(nearChange);
                    return new Story(
                            plan,
                            from,
                            parts.stream().map(part -> part.of(plan, at)).toList(),
                            at);
                });
    }

    private static Arbitrary<Long> nearChanges() {
        return Arbitraries.longs().between(-7200, 7200);
    }

    /** When what the first tier made at a change of its clock expires: then the first run that counts lies within the change. */
    private static Instant expiryOfChange(BackupPlan plan, Instant after) {
        TierPlan tier = plan.tiers().get(0);
        ZoneOffsetTransition change = tier.calendar().zone().getRules().nextTransition(after);
        return (change == null ? after : change.getInstant()).plus(tier.ttl());
    }

    /** An outage, by how long before the look at it it began. */
    record Part(long before, long length, Failure kind) {
        Outage of(BackupPlan plan, Instant at) {
            boolean interval =
                    plan.tiers().stream().anyMatch(tier -> tier.calendar().isInterval());
            // A schedule that counts from its last backup has other due times after Velero was down: nothing to compare
            // with.
            Failure shown = interval && kind == Failure.VELERO_DOWN ? Failure.RUNS_FAIL : kind;
            Instant from = at.minusSeconds(before);
            return new Outage(from, from.plusSeconds(length), shown);
        }
    }

    private static Arbitrary<Part> parts() {
        return Combinators.combine(
                        Arbitraries.longs().between(-3600, Duration.ofDays(60).toSeconds()),
                        Arbitraries.longs().between(1, Duration.ofDays(12).toSeconds()),
                        Arbitraries.of(Failure.values()))
                .as(Part::new);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theRestorePointsAreThoseForetold(@ForAll("stories") Story story) {
        Forecast foretold = story.forecast(story.outages());
        assertThat(story.judged().tiers())
                .allSatisfy(tier -> assertThat(tier.points()).isEqualTo(foretold.points(tier.tier(), story.at())));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatIsPromisedIsForetoldWithoutOutages(@ForAll("stories") Story story) {
        Forecast undisturbed = story.forecast(List.of());
        assertThat(story.judged().tiers())
                .allSatisfy(tier -> assertThat(tier.promised()).isEqualTo(undisturbed.points(tier.tier(), story.at())));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyRunThatWentWrongFellIntoAnOutage(@ForAll("stories") Story story) {
        for (TierPlan tier : story.plan().tiers()) {
            assertThat(story.runs(tier).promised().map(TierRun::outcome).toList())
                    .isEqualTo(story.expected(tier));
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void nothingIsFoundWhereNothingHappened(@ForAll("stories") Story story) {
        Story undisturbed = new Story(story.plan(), story.from(), List.of(), story.at());
        assertThat(undisturbed.judged().findings()).isEmpty();
    }
}
