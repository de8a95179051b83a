package dev.ballast.forecast;

import dev.ballast.compile.CheckedText;
import dev.ballast.plan.BackupPlan;

/** Plans for tests, through the whole pipeline. */
public final class Plans {
    private Plans() {}

    /** The plan of a policy of which only some terms are said, in flow style or with an indent of two. */
    public static BackupPlan of(String... terms) {
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
        CheckedText checked = CheckedText.of(text);
        if (checked.checked().hasErrors()) {
            throw new IllegalArgumentException(checked.diagnostics().toString());
        }
        return checked.checked().fleet().environments().get(0).policies().get(0);
    }
}
