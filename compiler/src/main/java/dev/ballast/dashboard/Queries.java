package dev.ballast.dashboard;

import dev.ballast.series.Metric;

/** PromQL of what was chosen at the top. Of several replicas that tell the same series one counts. */
final class Queries {
    private static final String CHOSEN = "{environment=~\"$environment\", cluster=~\"$cluster\", policy=~\"$policy\"}";

    private Queries() {}

    /** Series of what was chosen. */
    static String chosen(Metric metric) {
        return metric.id() + CHOSEN;
    }

    /** One number a tier. */
    static String ofTier(Metric metric) {
        return "max by (environment, cluster, policy, tier) (%s)".formatted(chosen(metric));
    }

    /** One number a policy: that of its tiers together. */
    static String ofAllTiers(Metric metric) {
        return "sum by (environment, cluster, policy) (%s)".formatted(ofTier(metric));
    }

    /** The age of the newest good backup of a tier; nothing where there is none. */
    static String age() {
        return "time() - max by (environment, cluster, policy, tier) (%s > 0)"
                .formatted(chosen(Metric.LAST_SUCCESS_TIMESTAMP_SECONDS));
    }

    /** The age of the newest good backup of a policy. */
    static String youngest() {
        return "time() - max by (environment, cluster, policy) (%s > 0)"
                .formatted(chosen(Metric.LAST_SUCCESS_TIMESTAMP_SECONDS));
    }

    /** One number a policy. */
    static String ofPolicy(Metric metric) {
        return "max by (environment, cluster, policy) (%s)".formatted(chosen(metric));
    }

    /** One number for each value of a label. */
    static String by(String label, Metric metric) {
        return "max by (environment, cluster, policy, %s) (%s)".formatted(label, chosen(metric));
    }

    /** One number a policy: all values of a label together. */
    static String all(String label, Metric metric) {
        return "sum by (environment, cluster, policy) (%s)".formatted(by(label, metric));
    }

    /** Money, whose currency is kept. */
    static String money(Metric metric) {
        return by("currency", metric);
    }
}
