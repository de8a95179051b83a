package dev.ballast.e2e.fidelity;

import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.cluster.S3Server;
import dev.ballast.e2e.cluster.ShiftedCluster;
import dev.ballast.e2e.cluster.ShiftedVelero;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A policy that a Velero has lived through.
 *
 * @param script what was played
 * @param history what it did
 * @param forecast what Ballast said it would do
 * @param stored names of the Backups in the store at the end
 */
record Played(Script script, History history, Forecast forecast, List<String> stored) {
    private static final Duration READY = Duration.ofMinutes(2);

    /**
     * What to play.
     *
     * @param name for folders
     * @param start when the Schedules are made, or seconds later; some minutes away from any due time
     * @param until the end
     * @param phase after midnight UTC, when Velero's periodic loops look
     * @param files a policy and its environment
     */
    record Script(String name, Instant start, Instant until, Duration phase, List<Path> files) {
        Script {
            files = List.copyOf(files);
        }
    }

    static Played of(Script script, Clusters clusters) throws Exception {
        Instant early = script.start().minus(Duration.ofMinutes(10));
        try (ShiftedCluster shifted = clusters.shifted(script.name(), early, Clock.systemUTC());
                ShiftedVelero velero = clusters.velero(shifted, script.phase())) {
            velero.s3().bucket(Written.BUCKET);
            Written written = Written.of(velero.s3().url(), script.files().toArray(Path[]::new));
            shifted.cluster().namespace(written.plan().name());
            shifted.cluster().apply("velero", written.locations());
            Patience.until("the location is Available", READY, () -> isAvailable(shifted), () -> lastLines(velero));
            shifted.clock().set(script.start());
            Instant from = shifted.clock().now();
            shifted.cluster().apply("velero", written.schedules());
            Scenario scenario = Scenario.from(from).reaching(Duration.between(from, script.until()));
            Forecast forecast = Forecaster.forecast(written.plan(), scenario);
            History history = new Voyage(shifted, forecast, new Ticks(script.phase()), script.until()).history();
            return new Played(script, history, forecast, stored(velero.s3()));
        }
    }

    private static boolean isAvailable(ShiftedCluster shifted) throws IOException, InterruptedException {
        return shifted.cluster().read("backupstoragelocations").stream()
                .anyMatch(location -> location.at("/status/phase").asText().equals("Available"));
    }

    private static String lastLines(ShiftedVelero velero) throws IOException {
        List<String> lines = Files.readAllLines(velero.server().log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }

    private static List<String> stored(S3Server s3) throws IOException {
        return s3.objects(Written.BUCKET, "backups/").keySet().stream()
                .map(key -> key.split("/", -1)[1])
                .distinct()
                .sorted()
                .toList();
    }

    /** Differences between what happened and what was forecast, one line each. */
    List<String> differences() {
        return Comparison.differences(history, forecast);
    }

    Backlog backlog() {
        return Backlog.of(forecast, history.from(), history.until());
    }

    /** Name of the policy. */
    String policy() {
        return forecast.plan().name();
    }
}
