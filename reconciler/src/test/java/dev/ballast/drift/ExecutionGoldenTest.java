package dev.ballast.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedLocation.State;
import dev.ballast.observed.ObservedSchedule;
import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.Tier;
import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a person on call reads, case by case. {@code -Dgolden.update=true} rewrites the files and still fails. */
class ExecutionGoldenTest {
    private static final Path FILES = Path.of("src/test/resources/golden/execution");
    private static final String AT = "2026-11-21T09:00:00Z";
    private static final BackupPlan TEXTBOOK = ShopPlan.of("keep: {daily: 7, weekly: 4, monthly: 12}");
    private static final BackupPlan DAILY = ShopPlan.of("keep: {daily: 7}");
    private static final BackupPlan HOURLY = ShopPlan.of("keep: {hourly: 6}", "alerts: {grace: 30m}");

    private static final Map<String, Supplier<Health>> CASES = cases();

    private static Map<String, Supplier<Health>> cases() {
        var cases = new TreeMap<String, Supplier<Health>>();
        runs(cases);
        time(cases);
        places(cases);
        collection(cases);
        return cases;
    }

    private static void runs(Map<String, Supplier<Health>> cases) {
        cases.put(
                "a-failed-run-that-a-good-one-followed-is-history",
                () -> full().change("2026-11-16", backup -> with(backup, BackupPhase.FAILED))
                        .judged(AT));
        cases.put(
                "the-last-run-failed",
                () -> full().change("2026-11-21", ExecutionGoldenTest::failed).judged(AT));
        cases.put(
                "several-runs-in-a-row-went-wrong-in-several-ways",
                () -> full().change("2026-11-18", ExecutionGoldenTest::failed)
                        .change("2026-11-19", backup -> with(backup, BackupPhase.PARTIALLY_FAILED))
                        .change("2026-11-20", ExecutionGoldenTest::refused)
                        .change("2026-11-21", ExecutionGoldenTest::failed)
                        .judged(AT));
        cases.put(
                "the-last-run-was-refused",
                () -> full().change("2026-11-21", ExecutionGoldenTest::refused).judged(AT));
        cases.put("a-run-is-missed-once-its-grace-is-over", () -> yesterday().judged("2026-11-21T04:00:00Z"));
        cases.put("a-run-within-its-grace-is-not-missed", () -> yesterday().judged("2026-11-21T03:59:59Z"));
        cases.put(
                "the-grace-of-a-tier-comes-before-that-of-the-policy",
                () -> new History(
                                ShopPlan.of("keep: {daily: 7}", "alerts: {grace: 2h}", "tiers: {daily: {grace: 8h}}"),
                                "2026-10-01T00:00:00Z")
                        .good(Tier.DAILY, "2026-11-13T09:00:00Z", "2026-11-21T00:00:00Z")
                        .judged(AT));
        cases.put(
                "one-run-makes-up-for-an-outage-of-three-days",
                () -> daily("2026-11-13T09:00:00Z", "2026-11-17T09:00:00Z")
                        .one(Tier.DAILY, "2026-11-20T15:30:00Z", BackupPhase.COMPLETED)
                        .good(Tier.DAILY, "2026-11-20T16:00:00Z", AT)
                        .judged(AT));
        cases.put(
                "a-deleted-backup-was-not-missed",
                () -> yesterday()
                        .schedule(Tier.DAILY, lastBackup("2026-11-21T02:00:20Z"))
                        .judged(AT));
        cases.put(
                "a-schedule-that-is-gone",
                () -> yesterday().schedule(Tier.DAILY, null).judged(AT));
        cases.put(
                "a-run-in-progress-is-given-its-time",
                () -> yesterday()
                        .one(Tier.DAILY, "2026-11-21T02:00:20Z", BackupPhase.IN_PROGRESS)
                        .judged("2026-11-21T05:00:00Z"));
        cases.put(
                "a-run-in-progress-for-too-long",
                () -> yesterday()
                        .one(Tier.DAILY, "2026-11-21T02:00:20Z", BackupPhase.WAITING_FOR_PLUGIN_OPERATIONS)
                        .judged(AT));
        cases.put(
                "runs-pile-up-in-the-queue",
                () -> hourly("2026-11-21T05:00:00Z")
                        .runs(Tier.HOURLY, "2026-11-21T05:00:00Z", AT, BackupPhase.QUEUED)
                        .judged("2026-11-21T08:40:00Z"));
        cases.put(
                "a-run-overlaps-the-next-ones",
                () -> hourly("2026-11-21T05:00:00Z")
                        .one(Tier.HOURLY, "2026-11-21T06:00:20Z", BackupPhase.IN_PROGRESS)
                        .judged("2026-11-21T08:40:00Z"));
        cases.put(
                "a-run-that-waited-long-was-made-for-its-due-time",
                () -> hourly("2026-11-21T05:00:00Z")
                        .one(Tier.HOURLY, "2026-11-21T06:00:20Z", BackupPhase.COMPLETED)
                        .change("2026-11-21T06", backup -> started(backup, "2026-11-21T07:10:00Z"))
                        .good(Tier.HOURLY, "2026-11-21T06:30:00Z", "2026-11-21T08:30:00Z")
                        .judged("2026-11-21T08:40:00Z"));
    }

    private static void time(Map<String, Supplier<Health>> cases) {
        cases.put(
                "a-policy-of-three-weeks-lacks-no-monthlies",
                () -> new History(TEXTBOOK, "2026-11-02T12:00:00Z")
                        .good(Tier.DAILY, "2026-11-14T09:00:00Z", AT)
                        .good(Tier.WEEKLY, "2026-11-02T12:00:00Z", AT)
                        .judged(AT));
        cases.put("twelve-monthlies-are-eleven-around-a-leap-day", () -> monthly("2028-02-29T12:00:00Z"));
        cases.put("twelve-monthlies-are-twelve-after-a-leap-day", () -> monthly("2028-03-01T04:10:00Z"));
        cases.put("an-hour-that-comes-twice-is-due-twice", () -> berlin("2026-10-25T01:50:00Z"));
        cases.put("an-hour-that-is-skipped-is-due-after-the-gap", () -> berlin("2027-03-28T09:00:00Z"));
        cases.put(
                "a-pause-of-one-tier",
                () -> full().paused(Tier.DAILY, "2026-11-18T12:00:00Z")
                        .change("2026-11-19", ExecutionGoldenTest::ofOthers)
                        .change("2026-11-20", ExecutionGoldenTest::ofOthers)
                        .change("2026-11-21", ExecutionGoldenTest::ofOthers)
                        .judged(AT));
        cases.put(
                "a-pause-that-the-policy-asks-for",
                () -> new History(ShopPlan.of("keep: {daily: 7, weekly: 4}", "suspend: true"), "2026-10-01T00:00:00Z")
                        .good(Tier.DAILY, "2026-11-14T09:00:00Z", "2026-11-18T12:00:00Z")
                        .good(Tier.WEEKLY, "2026-10-24T09:00:00Z", "2026-11-18T12:00:00Z")
                        .paused(Tier.DAILY, "2026-11-18T12:00:00Z")
                        .paused(Tier.WEEKLY, "2026-11-18T12:00:00Z")
                        .judged(AT));
        cases.put(
                "a-tier-that-counts-from-its-last-backup",
                () -> new History(
                                ShopPlan.of("keep: {daily: 4d}", "schedule: {daily: \"@every 26h\"}"),
                                "2026-11-10T00:00:00Z")
                        .one(Tier.DAILY, "2026-11-18T00:00:30Z", BackupPhase.COMPLETED)
                        .one(Tier.DAILY, "2026-11-19T02:01:00Z", BackupPhase.COMPLETED)
                        .one(Tier.DAILY, "2026-11-20T04:01:30Z", BackupPhase.COMPLETED)
                        .judged(AT));
    }

    private static void places(Map<String, Supplier<Health>> cases) {
        cases.put(
                "the-backups-of-another-cluster-in-one-bucket-do-not-count",
                () -> yesterday()
                        .change("2026-11-19", ExecutionGoldenTest::ofOthers)
                        .change("2026-11-20", ExecutionGoldenTest::ofOthers)
                        .judged(AT));
        cases.put(
                "a-schedule-that-velero-refuses",
                () -> yesterday()
                        .schedule(
                                Tier.DAILY,
                                History.schedule(
                                        DAILY.tiers().get(0),
                                        "2026-10-01T00:00:00Z",
                                        "FailedValidation",
                                        List.of("invalid schedule: step (24) must be less than range size (24)")))
                        .judged("2026-11-21T03:00:00Z"));
        cases.put(
                "a-store-that-is-read-only",
                () -> full().store(State.AVAILABLE, null, true).judged(AT));
        cases.put(
                "a-store-that-cannot-be-reached",
                () -> full().store(State.UNAVAILABLE, "rpc error: AccessDenied", false)
                        .judged(AT));
    }

    private static void collection(Map<String, Supplier<Health>> cases) {
        cases.put("collection-an-hour-late-is-nothing", () -> overdue().judged("2026-11-21T03:59:00Z"));
        cases.put("not-collected-for-no-reason-that-is-seen", () -> overdue().judged(AT));
        cases.put(
                "not-collected-since-the-store-is-read-only",
                () -> overdue().store(State.AVAILABLE, null, true).judged(AT));
        cases.put(
                "not-collected-since-the-store-is-gone",
                () -> overdue().noStore().judged(AT));
        cases.put(
                "not-collected-since-velero-could-not-delete-it",
                () -> overdue()
                        .deletion("shop-daily-20261114020020", "Processed", "error deleting the snapshot: AccessDenied")
                        .judged(AT));
        cases.put(
                "not-collected-since-velero-is-not-done",
                () -> overdue()
                        .deletion("shop-daily-20261114020020", "InProgress")
                        .judged(AT));
        cases.put(
                "not-collected-since-a-finalizer-holds-it",
                () -> overdue()
                        .change("2026-11-14", backup -> held(backup, "example.com/keep"))
                        .judged(AT));
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsToldAsItsFileSays() {
        return CASES.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(),
                        () -> Golden.check(
                                FILES.resolve(one.getKey() + ".txt"),
                                text(one.getValue().get()))));
    }

    @Test
    void everyFileBelongsToACase() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(CASES.keySet());
        }
    }

    private static String text(Health health) {
        return HealthText.tiers(health)
                + HealthText.findings(health)
                + (health.isHealthy() ? "healthy\n" : "not healthy\n");
    }

    private static History full() {
        return new History(TEXTBOOK, "2025-01-01T00:00:00Z")
                .good(Tier.DAILY, "2026-11-14T09:00:00Z", AT)
                .good(Tier.WEEKLY, "2026-10-24T09:00:00Z", AT)
                .good(Tier.MONTHLY, "2025-11-21T09:00:00Z", AT);
    }

    private static History daily(String after, String before) {
        return new History(DAILY, "2026-10-01T00:00:00Z").good(Tier.DAILY, after, before);
    }

    /** Seven good ones up to yesterday, none today. */
    private static History yesterday() {
        return daily("2026-11-13T09:00:00Z", "2026-11-21T00:00:00Z");
    }

    /** Seven good ones up to today, and the one before them, which has expired. */
    private static History overdue() {
        return daily("2026-11-13T09:00:00Z", AT).uncollected();
    }

    private static History hourly(String before) {
        return new History(HOURLY, "2026-11-01T00:00:00Z").good(Tier.HOURLY, "2026-11-20T23:30:00Z", before);
    }

    private static Health monthly(String at) {
        Instant begin = Instant.parse(at).minus(Duration.ofDays(365));
        return new History(ShopPlan.of("keep: {monthly: 12}"), "2026-01-01T00:00:00Z")
                .good(Tier.MONTHLY, begin.toString(), at)
                .judged(at);
    }

    private static Health berlin(String at) {
        return new History(
                        ShopPlan.of("keep: {daily: 3d}", "schedule: {timezone: Europe/Berlin, daily: \"02:30\"}"),
                        "2026-01-01T00:00:00Z")
                .good(Tier.DAILY, Instant.parse(at).minus(Duration.ofDays(3)).toString(), at)
                .judged(at);
    }

    private static ObservedSchedule lastBackup(String time) {
        var schedule = History.schedule(DAILY.tiers().get(0), "2026-10-01T00:00:00Z", "Enabled", List.of());
        return new ObservedSchedule(
                schedule.name(),
                schedule.created(),
                schedule.policy(),
                schedule.tier(),
                schedule.cron(),
                false,
                schedule.phase(),
                Instant.parse(time),
                List.of(),
                schedule.live());
    }

    private static ObservedBackup with(ObservedBackup of, BackupPhase phase) {
        return copy(of, of.cluster(), phase, of.started(), List.of(), null, List.of());
    }

    private static ObservedBackup failed(ObservedBackup of) {
        return copy(
                of, of.cluster(), BackupPhase.FAILED, of.started(), List.of(), "found 2 errors in hooks", List.of());
    }

    private static ObservedBackup refused(ObservedBackup of) {
        return copy(
                of,
                of.cluster(),
                BackupPhase.FAILED_VALIDATION,
                of.started(),
                List.of("backup can't be created because BackupStorageLocation primary is in Unavailable status"),
                null,
                List.of());
    }

    private static ObservedBackup ofOthers(ObservedBackup of) {
        return copy(of, "elsewhere", of.phase(), of.started(), List.of(), null, List.of());
    }

    private static ObservedBackup started(ObservedBackup of, String time) {
        return copy(of, of.cluster(), of.phase(), Instant.parse(time), List.of(), null, List.of());
    }

    private static ObservedBackup held(ObservedBackup of, String finalizer) {
        return copy(of, of.cluster(), of.phase(), of.started(), List.of(), null, List.of(finalizer));
    }

    private static ObservedBackup copy(
            ObservedBackup of,
            @Nullable String cluster,
            BackupPhase phase,
            @Nullable Instant started,
            List<String> errors,
            @Nullable String failure,
            List<String> heldBy) {
        return new ObservedBackup(
                of.name(),
                of.uid(),
                of.policy(),
                of.tier(),
                cluster,
                of.schedule(),
                of.store(),
                phase,
                of.created(),
                started,
                of.completed(),
                of.expires(),
                errors,
                failure,
                null,
                heldBy,
                of.originallyExpires(),
                List.of());
    }
}
