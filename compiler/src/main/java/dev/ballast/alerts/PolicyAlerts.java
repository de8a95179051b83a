package dev.ballast.alerts;

import dev.ballast.series.Metric;
import java.util.List;

/** Expressions about a whole policy. All but that on stores need Ballast's own series. */
final class PolicyAlerts {
    private final Subject subject;

    PolicyAlerts(Subject subject) {
        this.subject = subject;
    }

    /** Names of the stores that its tiers use, sorted. */
    List<String> stores() {
        return subject.plan().tiers().stream()
                .flatMap(tier -> java.util.stream.Stream.ofNullable(tier.store()))
                .map(store -> store.name())
                .distinct()
                .sorted()
                .toList();
    }

    /** Both say the same of the same object; one may be missing. */
    String storeUnavailable() {
        return """
                max(%s) > 0
                or
                min(%s) == 0
                """.formatted(
                        subject.own(Metric.EXECUTION_FINDINGS).with("kind", "store-unavailable"),
                        Selector.of("velero_backup_location_status_gauge").oneOf("backup_location_name", stores()));
    }

    String collectionStuck() {
        return "max(%s) > 0\n".formatted(subject.own(Metric.EXECUTION_FINDINGS).with("kind", "not-collected"));
    }

    /** One unit of money more than a fifth: of what costs next to nothing, a fifth is no reason to wake anybody. */
    String costDrift() {
        return """
                %s
                  > 1.2 * %s + 1
                """.formatted(recent(Metric.COST_ACTUAL_MONTHLY), recent(Metric.COST_EXPECTED_MONTHLY));
    }

    String budgetExceeded() {
        return """
                %s
                  > %s
                """.formatted(recent(Metric.COST_ACTUAL_MONTHLY), recent(Metric.COST_BUDGET_MONTHLY));
    }

    private String recent(Metric metric) {
        return "max by (currency) (last_over_time(%s[1h]))".formatted(subject.own(metric));
    }
}
