package dev.ballast.drift;

import dev.ballast.compile.Checked;
import dev.ballast.compile.Checker;
import dev.ballast.plan.BackupPlan;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.time.Instant;
import java.util.Map;

/** Plans of one policy, through the whole pipeline. */
final class ShopPlan {
    private ShopPlan() {}

    /** The plan of a policy of which only some terms are said, in flow style. */
    static BackupPlan of(String... terms) {
        String text = """
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: shop}
                spec:
                  select: {namespaces: [shop]}
                  volumes: {method: snapshot}
                  %s
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupStore
                metadata: {name: primary}
                spec: {provider: aws, bucket: acme-velero, prefix: prod, region: us-east-1}
                """.formatted(String.join("\n  ", terms));
        Checked checked = Checker.of(SourceReader.read("case.yaml", text, Limits.DEFAULT)
                        .value()
                        .orElseThrow()
                        .documents())
                .check(environment -> true, Map.of(), Instant.parse("2026-11-21T09:00:00Z"));
        if (checked.hasErrors()) {
            throw new IllegalArgumentException(checked.diagnostics().toString());
        }
        return checked.fleet().environments().get(0).policies().get(0);
    }
}
