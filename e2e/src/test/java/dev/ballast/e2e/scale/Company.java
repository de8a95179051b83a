package dev.ballast.e2e.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ballast.cluster.CustomResources;
import dev.ballast.compile.Checker;
import dev.ballast.plan.EnvironmentPlan;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The policies of an invented company, of the kinds that {@code examples/policies} has: five classes, each policy for a namespace of its own,
 * every third with a hook. On average twenty restore points each. Nothing is due for hours, so that nothing changes by itself meanwhile.
 *
 * @param namespace Velero's
 * @param count how many policies
 * @param at the time there
 */
record Company(String namespace, int count, Instant at) {
    private static final List<String> ZONES = List.of(
            "America/Los_Angeles",
            "America/New_York",
            "America/Sao_Paulo",
            "Europe/Berlin",
            "Asia/Kolkata",
            "Asia/Tokyo",
            "Australia/Sydney",
            "Pacific/Auckland");
    private static final List<String> CLASSES = List.of(
            "keep: {daily: 7, weekly: 4, monthly: 12}, volumes: {method: snapshot}",
            "keep: {daily: 14, weekly: 8}, volumes: {method: snapshot-move}",
            "keep: {daily: 14, monthly: 6}, volumes: {method: snapshot-move, rules: [{when: {csiDriver: efs.csi.aws.com}, use: file-system}]}",
            "keep: {daily: 14}, volumes: {method: file-system}, guarantee: strict",
            "keep: {daily: 14, weekly: 7}, volumes: {method: snapshot-move}");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** What the platform's people write. */
    List<JsonNode> platform() throws IOException {
        var objects = new ArrayList<>(List.of(
                object(
                        "Environment",
                        "prod",
                        "velero: {version: '1.18.3', namespace: %s, csi: true, nodeAgent: true}, snapshotLocations: [{name: ebs, provider: aws, region: us-east-1}], snapshotPrice: aws/ebs/snapshot"
                                .formatted(namespace)),
                object("BackupStore", "primary", store("primary", true)),
                object("BackupStore", "west", store("west", false))));
        for (int i = 0; i < CLASSES.size(); i++) {
            objects.add(object(
                    "BackupClass",
                    "class-" + i,
                    "%s, store: %s, schedule: {timezone: %s, jitter: 45m}, size: {change: 3%%}"
                            .formatted(CLASSES.get(i), i % 2 == 0 ? "primary" : "west", zone(i))));
        }
        return objects;
    }

    private static String store(String name, boolean first) {
        return "provider: aws, bucket: acme-%s, prefix: prod, region: us-east-1, default: %s, prices: {objects: aws/s3/standard}"
                .formatted(name, first);
    }

    /** One in which it is day: the nights, when backups are made and expire, are hours away. */
    private String zone(int of) {
        List<String> days = ZONES.stream()
                .filter(zone -> {
                    int hour = at.atZone(ZoneId.of(zone)).getHour();
                    return hour >= 8 && hour <= 20;
                })
                .toList();
        return days.get(of % days.size());
    }

    /** One a team. */
    List<JsonNode> policies() throws IOException {
        var objects = new ArrayList<JsonNode>();
        for (int i = 0; i < count; i++) {
            String hooks = i % 3 == 0
                    ? ", hooks: [{use: postgres-checkpoint, selector: {matchLabels: {app: postgres}}, params: {container: postgres}}]"
                    : "";
            objects.add(object(
                    "BackupPolicy",
                    name(i),
                    "class: class-%d, select: {namespaces: [%s]}, size: {data: %dGiB}%s"
                            .formatted(i % CLASSES.size(), name(i), 10 + i % 490, hooks)));
        }
        return objects;
    }

    List<String> names() {
        return IntStream.range(0, count).mapToObj(Company::name).toList();
    }

    private static String name(int i) {
        return "app-%05d".formatted(i);
    }

    private JsonNode object(String kind, String name, String spec) throws IOException {
        return YAML.readTree(
                "{apiVersion: ballast.dev/v1alpha1, kind: %s, metadata: {name: %s, namespace: %s}, spec: {%s}}"
                        .formatted(kind, name, namespace, spec));
    }

    /** What all of it comes to. */
    EnvironmentPlan plan() throws IOException {
        List<JsonNode> all =
                Stream.concat(platform().stream(), policies().stream()).toList();
        var checked = Checker.of(all.stream().map(CustomResources::document).toList())
                .check(environment -> true, Map.of(), at);
        if (checked.hasErrors()) {
            throw new IllegalStateException("the policies have mistakes: " + checked.diagnostics());
        }
        return checked.fleet().environments().get(0);
    }
}
