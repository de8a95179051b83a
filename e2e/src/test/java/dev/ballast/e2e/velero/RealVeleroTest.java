package dev.ballast.e2e.velero;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.drift.Expected;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.cluster.VeleroCluster;
import dev.ballast.forecast.Backups;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Outage;
import dev.ballast.forecast.Scenario;
import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.policy.PolicyTest.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Policies go into a cluster, Velero makes and deletes their backups, and everything is told as it is. Each waits for minutes: all at once. */
@NeedsCluster(velero = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealVeleroTest {
    /** Objects in the bucket that make up one backup of this Velero. */
    private static final int OBJECTS = 9;

    /** What a policy reckons with for the objects of one backup in a bucket, unless it says otherwise. */
    private static final long OBJECT_BYTES = 5L << 20;

    private static final Clock CLOCK = Clock.systemUTC();

    private final Deque<Site> sites = new ArrayDeque<>();
    private Site site;
    private Site other;

    @BeforeAll
    void start(Clusters clusters) throws Exception {
        site = Site.start(clusters, "real-velero", CLOCK);
        sites.push(site);
        VeleroCluster second = clusters.another(site.running(), Site.quick().in("velero-that-stops"));
        other = Site.at(second, CLOCK);
        sites.push(other);
    }

    @AfterAll
    void stop() throws Exception {
        for (Site started : sites) {
            started.close();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void runsExpiresAndIsCollectedAsForecast() throws Exception {
        Story story = site.story("steady", "");
        story.apply("ballast.dev/drift: report-only", "minGood: 0");
        JsonNode schedule = story.awaitSchedule("is there", found -> true);
        Instant created =
                Instant.parse(schedule.at("/metadata/creationTimestamp").asText());
        Forecast promised = Forecaster.forecast(story.plan(), Scenario.from(created));

        ObservedBackup first =
                story.awaitBackup("are good", backup -> backup.phase().isGood());

        assertThat(first.begun().getEpochSecond() - start(promised, 0)).isBetween(0L, Expected.LATENESS.toSeconds());
        assertThat(first.expires()).isEqualTo(first.begun().plus(Story.TTL));
        assertThat(story.objects(first.name())).isEqualTo(OBJECTS);
        Told told = story.awaitTold("1/1", status -> status.isFull(1));
        assertThat(told.findings()).isEmpty();
        assertThat(told.condition("Ready")).startsWith("True");
        assertThat(told.condition("InSync")).startsWith("True");
        assertThat(told.condition("BackupsHealthy")).startsWith("True");
        assertThat(told.field("/lastGood")).isEqualTo(first.begun().toString());

        // An hour is too long to wait for: from now on they live for 45 s, by the hand of somebody.
        story.patch("schedules.velero.io", story.schedule(), "{\"spec\":{\"template\":{\"ttl\":\"45s\"}}}");
        told = story.awaitTold(
                "what was changed", status -> status.condition("InSync").startsWith("False"));
        assertThat(told.findings()).contains("manifests/changed");
        assertThat(told.message("changed")).contains("ttl");
        ObservedBackup brief = story.awaitBackup(
                "are short-lived and good", backup -> backup.phase().isGood() && isBrief(backup));
        Instant now = CLOCK.instant();
        Forecast forecast = Forecaster.forecast(story.plan(), Scenario.from(now).withExisting(story.existing()));
        int index = index(forecast, brief);
        Backups forecasts = forecast.tiers().get(0).backups();
        Instant expires = Instant.ofEpochSecond(forecasts.expires(index));
        assertThat(brief.expires()).isEqualTo(expires);
        assertThat(story.inBucket()).contains(first.name(), brief.name());

        story.awaitGone(brief.name());

        assertThat(CLOCK.instant()).isBetween(expires, Instant.ofEpochSecond(forecasts.collected(index)));
        assertThat(story.inBucket()).contains(first.name()).doesNotContain(brief.name());
        assertThat(story.objects(first.name())).isEqualTo(OBJECTS);
        assertThat(story.awaitSchedule("stays as it was made", found -> true)
                        .at("/spec/template/ttl")
                        .asText())
                .isEqualTo("45s");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void tellsOfAStoreThatRefusesUntilItsCredentialsAreMended() throws Exception {
        String right = site.running().s3().credentials();
        site.running().credentials("flaky", right);
        Story story = site.story("flaky", "credential: {name: flaky, key: cloud}\n  validationFrequency: 5s");
        story.apply("", "");
        story.awaitSchedule("is there", found -> true);

        site.running().credentials("flaky", right.replace("secret", "forgotten"));
        story.awaitStore("Unavailable");
        ObservedBackup refused = story.awaitBackup("are refused", RealVeleroTest::isRefused);

        assertThat(refused.validationErrors()).anyMatch(error -> error.contains("Unavailable"));
        assertThat(story.inBucket()).doesNotContain(refused.name());
        Told told = story.awaitTold(
                "both",
                status -> status.findings().contains("execution/store-unavailable")
                        && status.findings().contains("execution/refused"));
        assertThat(told.condition("BackupsHealthy")).startsWith("False");

        site.running().credentials("flaky", right);
        story.awaitStore("Available");
        ObservedBackup good = story.awaitBackup(
                "are good again",
                backup -> backup.phase().isGood() && backup.asked().isAfter(refused.asked()));
        assertThat(story.objects(good.name())).isEqualTo(OBJECTS);
        told = story.awaitTold("only what is lost", status -> status.findings().equals(List.of("execution/too-few")));
        assertThat(told.message("too-few")).contains("refused");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void tellsOfBackupsThatWereTakenFromTheBucket() throws Exception {
        Story story = site.story("lost", "");
        // Of volumes nothing is captured; how much lies there is asked of the objects alone.
        story.apply("", "size: {data: 1GiB}");
        ObservedBackup first =
                story.awaitBackup("are good", backup -> backup.phase().isGood());
        Told whole = story.awaitTold(
                "what is stored",
                status ->
                        status.isFull(1) && !status.field("/storage/certainty").isEmpty());
        assertThat(whole.causes()).isEmpty();

        story.removeFromBucket(first.name());

        // Velero forgets what it does not find, and says nothing.
        story.awaitGone(first.name());
        Told told = story.awaitTold("too few", status -> status.findings().contains("execution/too-few"));
        assertThat(told.condition("BackupsHealthy")).isEqualTo("False TooFew");
        story.awaitTold("that less is stored", status -> status.causes().equals(Map.of("missing", -OBJECT_BYTES)));
        assertThat(told.message("too-few")).matches("\\d+ of \\d+ hourly restore points are there: .*deleted.*");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void keepsTheLastGoodBackupPastItsExpiry() throws Exception {
        Story story = site.story("guarded", "");
        story.apply("", "minGood: 1");
        story.awaitBackups("are good", 2, backup -> backup.phase().isGood());
        story.apply("", "minGood: 1\n  suspend: true");
        story.awaitSchedule("is paused", schedule -> schedule.at("/spec/paused").asBoolean());
        List<ObservedBackup> all = story.awaitBackups(
                "are good", story.backups().size(), backup -> backup.phase().isGood());
        Instant expiry = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(40);

        for (ObservedBackup backup : all) {
            story.patch("backups.velero.io", backup.name(), "{\"status\":{\"expiration\":\"%s\"}}".formatted(expiry));
        }

        ObservedBackup newest = all.get(all.size() - 1);
        ObservedBackup kept = story.awaitBackup("live longer", ObservedBackup::isExtended);
        assertThat(kept.name()).isEqualTo(newest.name());
        assertThat(kept.originallyExpires()).isEqualTo(expiry);
        for (ObservedBackup old : all.subList(0, all.size() - 1)) {
            story.awaitGone(old.name());
        }
        Duration looks = Site.quick().collection().multipliedBy(3);
        Patience.until(
                "Velero has looked three times since",
                Duration.ofMinutes(2),
                () -> CLOCK.instant().isAfter(expiry.plus(looks)),
                () -> "");
        assertThat(story.observed()).extracting(ObservedBackup::name).containsExactly(newest.name());
        assertThat(story.observed().get(0).phase()).isEqualTo(BackupPhase.COMPLETED);
        assertThat(story.inBucket()).containsExactly(newest.name());
        assertThat(story.list("velero.io/v1", "deletebackuprequests"))
                .noneMatch(request -> request.at("/spec/backupName").asText().equals(newest.name()));
        assertThat(story.told().field("/guard/extended")).isEqualTo("1");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void makesUpForAStandstillOfVeleroWithOneRun() throws Exception {
        Story story = other.story("standstill", "");
        other.running().velero().stop();
        story.apply("", "");
        JsonNode schedule = story.awaitSchedule("is there", found -> true);
        Instant created =
                Instant.parse(schedule.at("/metadata/creationTimestamp").asText());
        story.awaitTold("missed runs", status -> status.findings().contains("execution/missed"));
        assertThat(story.backups()).isEmpty();

        Instant back = CLOCK.instant();
        other.running().velero().start();
        ObservedBackup made =
                story.awaitBackup("are good", backup -> backup.phase().isGood());
        List<Instant> asked =
                story.observed().stream().map(ObservedBackup::asked).toList();

        Outage outage = new Outage(created, back, Failure.VELERO_DOWN);
        Forecast forecast =
                Forecaster.forecast(story.plan(), Scenario.from(created).with(List.of(outage)));
        assertThat(Forecaster.forecast(story.plan(), Scenario.from(created))
                        .tiers()
                        .get(0)
                        .backups()
                        .begun(back.getEpochSecond()))
                .isGreaterThanOrEqualTo(2);
        assertThat(made.begun().getEpochSecond() - start(forecast, 0)).isBetween(0L, Expected.LATENESS.toSeconds());
        for (int i = 1; i < asked.size(); i++) {
            assertThat(asked.get(i))
                    .isAfterOrEqualTo(
                            asked.get(i - 1).truncatedTo(ChronoUnit.MINUTES).plusSeconds(60));
        }
        Told told =
                story.awaitTold("nothing missed", status -> !status.findings().contains("execution/missed"));
        assertThat(told.findings()).containsExactly("execution/too-few");
    }

    private static long start(Forecast forecast, int run) {
        return forecast.tiers().get(0).backups().start(run);
    }

    private static int index(Forecast forecast, ObservedBackup backup) {
        Backups backups = forecast.tiers().get(0).backups();
        int index = 0;
        while (backups.start(index) != backup.begun().getEpochSecond()) {
            index++;
        }
        assertThat(backups.existing(index)).isTrue();
        return index;
    }

    private static boolean isBrief(ObservedBackup backup) {
        return backup.expires() != null
                && backup.expires().equals(backup.begun().plusSeconds(45));
    }

    private static boolean isRefused(ObservedBackup backup) {
        return backup.phase() == BackupPhase.FAILED_VALIDATION;
    }
}
