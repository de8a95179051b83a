package dev.ballast.metrics;

import dev.ballast.series.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the reconciler itself does. Safe for use by several threads. */
public final class ProcessMetrics {
    private final MeterRegistry registry;
    private final Timer reconciles;
    private final Counter errors;
    private @Nullable Gauge priceAge;
    private volatile double priceSeconds;

    public ProcessMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.reconciles = Timer.builder("ballast_reconcile")
                .description(Metric.RECONCILE_SECONDS.meaning())
                .register(registry);
        this.errors = Counter.builder(Metric.RECONCILE_ERRORS_TOTAL.id())
                .description(Metric.RECONCILE_ERRORS_TOTAL.meaning())
                .register(registry);
    }

    /**
     * One look at one policy ended.
     *
     * @param failed whether with an error
     */
    public void reconciled(Duration took, boolean failed) {
        reconciles.record(took);
        if (failed) {
            errors.increment();
        }
    }

    /**
     * An object was written.
     *
     * @param kind for example {@code Schedule}
     */
    public void applied(String kind) {
        Counter.builder(Metric.APPLIES_TOTAL.id())
                .description(Metric.APPLIES_TOTAL.meaning())
                .tag("kind", kind)
                .register(registry)
                .increment();
    }

    /** How old the oldest price in use is. */
    public synchronized void priceData(Duration age) {
        priceSeconds = age.toSeconds();
        if (priceAge == null) {
            priceAge = Gauge.builder(Metric.PRICE_DATA_AGE_SECONDS.id(), () -> priceSeconds)
                    .description(Metric.PRICE_DATA_AGE_SECONDS.meaning())
                    .strongReference(true)
                    .register(registry);
        }
    }
}
