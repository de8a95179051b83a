package dev.ballast.e2e.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ballast.cluster.Applier;
import dev.ballast.cluster.Watched;
import dev.ballast.plan.BackupPlan;
import dev.ballast.schema.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Changes of one thing among thousands, and how long it takes until they are seen to. */
final class Changes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Place place;
    private final Past past;
    private final Applier person;

    Changes(Place place, Past past) {
        this.place = place;
        this.past = past;
        this.person = new Applier(place.client(), place.namespace(), "kubectl-edit");
    }

    /** What happens between a change and when it was seen to. */
    private interface Awaited {
        void happens() throws IOException, InterruptedException;
    }

    /** Somebody edits a Schedule, as {@code kubectl edit} does, until it is as before. */
    Duration undone(BackupPlan plan) throws IOException, InterruptedException {
        String schedule = plan.tiers().get(0).name();
        person.merge(Watched.SCHEDULES, schedule, JSON.readTree("{\"spec\":{\"template\":{\"ttl\":\"1h0m0s\"}}}"));
        return timed(() -> place.awaitSchedule(schedule, it -> !ttl(it).equals("1h0m0s")));
    }

    /** Somebody edits a policy, until its Schedule follows. */
    Duration followed(BackupPlan plan) throws IOException, InterruptedException {
        String schedule = plan.tiers().get(0).name();
        person.merge(
                Watched.of(Kind.BACKUP_POLICY),
                plan.name(),
                JSON.readTree("{\"spec\":{\"keep\":{\"daily\":\"15d\"}}}"));
        return timed(() -> place.awaitSchedule(schedule, it -> ttl(it).equals("360h0m0s")));
    }

    /** A Backup fails, until the status of its policy says so. */
    Duration told(BackupPlan plan) throws IOException, InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        new Loader(place.client(), place.namespace())
                .createBackups(List.of(past.backup(plan, plan.tiers().get(0), now, "Failed")));
        return timed(() -> place.awaitPolicy(
                plan.name(),
                policy -> policy.at("/status/findings").findValuesAsText("kind").contains("failed")));
    }

    private static Duration timed(Awaited awaited) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        awaited.happens();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static String ttl(JsonNode schedule) {
        return schedule.at("/spec/template/ttl").asText();
    }
}
