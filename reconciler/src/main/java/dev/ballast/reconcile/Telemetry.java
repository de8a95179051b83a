package dev.ballast.reconcile;

import dev.ballast.metrics.PolicyMetrics;
import dev.ballast.metrics.PolicyMetricsInput;
import dev.ballast.metrics.ProcessMetrics;
import dev.ballast.metrics.StoreMetrics;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the loop tells Prometheus. */
final class Telemetry {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final PolicyMetrics policies = new PolicyMetrics();
    private final ProcessMetrics process = new ProcessMetrics(registry);
    private final StoreMetrics stores = new StoreMetrics(registry);
    private final Set<String> known = new HashSet<>();

    /** Writes all series in Prometheus' text format. */
    void scrape(Appendable out) throws IOException {
        out.append(registry.scrape());
        policies.write(out);
    }

    /** One look at one policy ended. */
    void looked(Duration took, boolean failed) {
        process.reconciled(took, failed);
    }

    /** The oldest price in use was read on a day. */
    void prices(LocalDate oldest, Instant at) {
        process.priceData(Duration.between(oldest.atStartOfDay(ZoneOffset.UTC).toInstant(), at));
    }

    /** What a look found and did. */
    void found(EnvironmentPlan environment, BackupPlan plan, Outcome outcome, PolicyPass.Sight sight, Money money) {
        outcome.done()
                .forEach(done ->
                        process.applied(done.object().substring(0, done.object().indexOf('/'))));
        outcome.undone()
                .forEach(drift -> process.applied(
                        drift.object().substring(0, drift.object().indexOf(' '))));
        if (sight.health() == null) {
            return;
        }
        var manifests = new ArrayList<>(outcome.left());
        manifests.addAll(outcome.conflicts());
        synchronized (known) {
            known.add(plan.name());
        }
        policies.update(new PolicyMetricsInput(
                environment.name(),
                environment.environment().cluster(),
                plan,
                sight.lives(),
                sight.view(),
                sight.health(),
                manifests,
                money.drift(),
                sight.watch().kept()));
    }

    /** What is known of the buckets of all stores. */
    void listed(EnvironmentPlan environment, Map<String, Shelf> shelves) {
        var buckets = new TreeMap<String, StoreMetrics.Bucket>();
        shelves.forEach(
                (store, shelf) -> buckets.put(store, new StoreMetrics.Bucket(shelf.ledger(), shelf.failure() != null)));
        stores.update(environment.name(), environment.environment().cluster(), buckets);
    }

    /** Forgets the policies that are gone. */
    void retain(Set<String> names) {
        synchronized (known) {
            known.removeIf(name -> {
                boolean gone = !names.contains(name);
                if (gone) {
                    policies.remove(name);
                }
                return gone;
            });
        }
    }
}
