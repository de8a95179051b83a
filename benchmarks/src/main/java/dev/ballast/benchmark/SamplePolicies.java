package dev.ballast.benchmark;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The policies of an invented company: one platform file with 20 classes, 3 stores and an environment, and a file for each policy. The same
 * bytes for the same count.
 */
final class SamplePolicies {
    private static final int CLASSES = 20;
    private static final List<String> STORES = List.of("primary", "west", "offsite");
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Sydney", "America/Sao_Paulo");
    private static final List<String> KEEPS = List.of(
            "{daily: 7, weekly: 4, monthly: 12}",
            "{daily: 14, weekly: 8}",
            "{daily: 30d, monthly: 6, yearly: 7}",
            "{daily: 7, weekly: 4, monthly: 12, yearly: forever}",
            "{daily: 14}");

    private SamplePolicies() {}

    /**
     * Text by path.
     *
     * @param count how many policies, at least 1
     */
    static SortedMap<String, String> of(int count) {
        var files = new TreeMap<String, String>();
        files.put("platform.yaml", platform());
        for (int i = 0; i < count; i++) {
            files.put("teams/team-%03d/app-%05d.yaml".formatted(i % 250, i), policy(i));
        }
        return Collections.unmodifiableSortedMap(files);
    }

    private static String platform() {
        var text = new StringBuilder("""
                apiVersion: ballast.dev/v1alpha1
                kind: Environment
                metadata: {name: prod}
                spec:
                  velero: {version: "1.18.3", csi: true, nodeAgent: true, plugins: {aws: 1.14.3}}
                  cluster: prod-1
                  exclude: {namespaces: [kube-public, kube-node-lease]}
                  snapshotLocations: [{name: ebs, provider: aws, region: us-east-1}]
                  snapshotPrice: aws/ebs/snapshot
                  defaults: {volumes: {method: snapshot, snapshotTimeout: 30m}, alerts: {grace: 3h}}
                """);
        for (int i = 0; i < STORES.size(); i++) {
            text.append("""
                    ---
                    apiVersion: ballast.dev/v1alpha1
                    kind: BackupStore
                    metadata: {name: %1$s}
                    spec:
                      provider: aws
                      bucket: acme-velero-%1$s
                      prefix: prod
                      region: us-east-1
                      credential: {secret: velero-aws, key: cloud}
                      default: %2$s
                      prices: {objects: aws/s3/standard}
                      facts: {versioning: true, noncurrentDays: 30}
                    """.formatted(STORES.get(i), i == 0));
        }
        for (int i = 0; i < CLASSES; i++) {
            text.append(backupClass(i));
        }
        return text.toString();
    }

    private static String backupClass(int i) {
        return """
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupClass
                metadata: {name: class-%02d}
                spec:
                  keep: %s
                  schedule: {timezone: %s, jitter: %dm}
                  guarantee: %s
                  store: %s
                  size: {change: %d%%}
                  overrides: {prod: {minGood: 4}}
                """.formatted(
                        i,
                        KEEPS.get(i % KEEPS.size()),
                        ZONES.get(i % ZONES.size()),
                        20 + i,
                        i % 4 == 0 ? "strict" : "nominal",
                        STORES.get(i % STORES.size()),
                        1 + i % 5);
    }

    private static String policy(int i) {
        var text = new StringBuilder("""
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: app-%05d, labels: {owner: team-%03d}}
                spec:
                  class: class-%02d
                  select: {namespaces: [app-%05d]}
                """.formatted(i, i % 250, i % CLASSES, i));
        if (i % 3 == 0) {
            text.append("""
                      hooks:
                        - use: postgres-checkpoint
                          selector: {matchLabels: {app: postgres}}
                          params: {container: postgres}
                    """);
        }
        if (i % 7 == 0) {
            text.append("  schedule: {daily: \"%02d:%02d\"}%n".formatted(7 + i % 14, 1 + i % 28));
        }
        text.append("  size: {data: %dGiB}%n".formatted(10 + i % 490));
        return text.toString();
    }
}
