package dev.ballast.alerts;

import java.util.List;

/**
 * The rules of one policy, in the order of {@link Alert} and tier by tier.
 *
 * @param name unique in an environment
 */
public record AlertGroup(String name, List<AlertRule> rules) {
    public AlertGroup {
        rules = List.copyOf(rules);
    }

    /** A file of rules, which is also the spec of a PrometheusRule. */
    public record File(List<AlertGroup> groups) {
        public File {
            groups = List.copyOf(groups);
        }
    }

    /** A file of this group alone. */
    public File file() {
        return new File(List.of(this));
    }
}
