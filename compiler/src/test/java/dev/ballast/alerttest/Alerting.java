package dev.ballast.alerttest;

import dev.ballast.compile.CheckedText;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Environments in which alerts are switched on. */
public final class Alerting {
    private static final Path EXAMPLES = Path.of("../examples/policies");

    private Alerting() {}

    /** Every environment of the examples, whether or not it asks for alerts. */
    public static List<EnvironmentPlan> examples() {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return of(files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Alerting::text)
                    .collect(Collectors.joining("---\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environments of a text. */
    public static List<EnvironmentPlan> of(String text) {
        var checked = CheckedText.of(text);
        List<String> errors = checked.diagnostics().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .map(checked::show)
                .toList();
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("", errors));
        }
        return checked.checked().fleet().environments().stream()
                .map(Alerting::alerting)
                .toList();
    }

    /** One policy, of which these lines are said. */
    public static EnvironmentPlan shop(String... lines) {
        return of("""
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: shop, labels: {owner: team-shop}}
                spec:
                  select: {namespaces: [shop]}
                  %s
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupStore
                metadata: {name: primary}
                spec: {provider: aws, bucket: acme-velero, region: us-east-1}
                """.formatted(written(lines))).get(0);
    }

    private static String written(String... lines) {
        String all = String.join("\n  ", lines);
        return all.contains("volumes:") ? all : all + "\n  volumes: {method: none}";
    }

    private static EnvironmentPlan alerting(EnvironmentPlan plan) {
        Environment of = plan.environment();
        var alerting = new Environment(
                of.meta(),
                of.group(),
                of.velero(),
                of.cluster(),
                of.exclude(),
                of.snapshotLocations(),
                of.snapshotPrice(),
                of.defaults(),
                of.overrides(),
                of.limits(),
                of.budget(),
                new Environment.Alerts(true, "monitoring", Map.of("release", "prometheus")),
                of.suspend());
        return new EnvironmentPlan(alerting, plan.declared(), plan.velero(), plan.stores(), plan.policies());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
