package dev.ballast.metrics;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.bucket.BucketLedger.State;
import dev.ballast.series.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The series of all stores whose buckets are listed. Safe for use by several threads. */
public final class StoreMetrics {
    private final MultiGauge listed;
    private final MultiGauge failing;
    private final MultiGauge bytes;

    public StoreMetrics(MeterRegistry registry) {
        this.listed = gauge(Metric.BUCKET_LISTED_TIMESTAMP_SECONDS, registry);
        this.failing = gauge(Metric.BUCKET_LISTING_FAILED, registry);
        this.bytes = gauge(Metric.BUCKET_BYTES, registry);
    }

    private static MultiGauge gauge(Metric metric, MeterRegistry registry) {
        return MultiGauge.builder(metric.id()).description(metric.meaning()).register(registry);
    }

    /**
     * What is known of the bucket of one store.
     *
     * @param ledger absent while it could never be listed
     * @param failed whether it could not be listed the last time
     */
    public record Bucket(@Nullable BucketLedger ledger, boolean failed) {}

    /** Says how the buckets of an environment are; those of stores that are not among them go. */
    public synchronized void update(String environment, String cluster, Map<String, Bucket> buckets) {
        var times = new ArrayList<MultiGauge.Row<?>>();
        var failures = new ArrayList<MultiGauge.Row<?>>();
        var amounts = new ArrayList<MultiGauge.Row<?>>();
        new TreeMap<>(buckets).forEach((store, bucket) -> {
            BucketLedger ledger = bucket.ledger();
            times.add(row(
                    Metric.BUCKET_LISTED_TIMESTAMP_SECONDS,
                    ledger == null ? 0 : ledger.at().getEpochSecond(),
                    environment,
                    cluster,
                    store));
            failures.add(row(Metric.BUCKET_LISTING_FAILED, bucket.failed() ? 1 : 0, environment, cluster, store));
            if (ledger != null) {
                for (State state : State.values()) {
                    String word = state.name().toLowerCase(Locale.ROOT);
                    amounts.add(row(Metric.BUCKET_BYTES, ledger.in(state).bytes(), environment, cluster, store, word));
                }
            }
        });
        listed.register(times, true);
        failing.register(failures, true);
        bytes.register(amounts, true);
    }

    private static MultiGauge.Row<?> row(Metric metric, long value, String... labels) {
        List<String> names = metric.labels();
        return MultiGauge.Row.of(
                Tags.of(IntStream.range(0, labels.length)
                        .mapToObj(i -> Tag.of(names.get(i), labels[i]))
                        .toList()),
                value);
    }
}
