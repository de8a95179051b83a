package dev.ballast.e2e.fidelity;

import dev.ballast.compile.Checker;
import dev.ballast.manifest.Emitter;
import dev.ballast.manifest.Manifest;
import dev.ballast.manifest.YamlWriter;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One policy in one environment, and what Ballast writes for it. */
record Written(EnvironmentPlan environment) {
    static final String BUCKET = "backups";

    /** What files come to, with a store of the name {@code primary} at an address. */
    static Written of(String endpoint, Path... files) throws IOException {
        String store = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata:
              name: primary
            spec:
              provider: minio
              bucket: %s
              endpoint: %s
              region: us-east-1
              default: true
            """.formatted(BUCKET, endpoint);
        List<Document> documents = new ArrayList<>(read("store", store));
        for (Path file : files) {
            documents.addAll(read(file.toString(), Files.readString(file)));
        }
        var checked = Checker.of(documents).check(environment -> true, Map.of(), Instant.EPOCH);
        if (checked.hasErrors()
                || checked.fleet().environments().size() != 1
                || checked.fleet().environments().get(0).policies().size() != 1) {
            throw new IllegalStateException("one policy in one environment was expected: " + checked.diagnostics());
        }
        return new Written(checked.fleet().environments().get(0));
    }

    private static List<Document> read(String name, String text) {
        return SourceReader.read(name, text, Limits.DEFAULT)
                .value()
                .orElseThrow()
                .documents();
    }

    BackupPlan plan() {
        return environment.policies().get(0);
    }

    /** What must be there before a run. */
    String locations() {
        return stream(true);
    }

    /** What makes runs. */
    String schedules() {
        return stream(false);
    }

    private String stream(boolean locations) {
        // Nobody reads alert rules here.
        List<Manifest> manifests = Emitter.emit(environment).stream()
                .filter(manifest -> !manifest.kind().equals("PrometheusRule"))
                .filter(manifest -> manifest.kind().endsWith("Location") == locations)
                .toList();
        return YamlWriter.stream(manifests);
    }
}
