package dev.ballast.metrics;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.bucket.BucketLedger.State;
import dev.ballast.series.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The series of all stores whose buckets are listed. Safe for use by several threads. */
public final class StoreMetrics {
    private final MeterRegistry registry;
    private final Map<Sample, Series> series = new HashMap<>();

    public StoreMetrics(MeterRegistry registry) {
        this.registry = registry;
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
        var samples = new HashMap<Sample, Double>();
        new TreeMap<>(buckets).forEach((store, bucket) -> {
            List<String> labels = List.of(environment, cluster, store);
            BucketLedger ledger = bucket.ledger();
            samples.put(
                    new Sample(Metric.BUCKET_LISTED_TIMESTAMP_SECONDS, labels),
                    ledger == null ? 0d : ledger.at().getEpochSecond());
            samples.put(new Sample(Metric.BUCKET_LISTING_FAILED, labels), bucket.failed() ? 1d : 0d);
            if (ledger != null) {
                for (State state : State.values()) {
                    String word = state.name().toLowerCase(Locale.ROOT);
                    samples.put(new Sample(Metric.BUCKET_BYTES, List.of(environment, cluster, store, word)), (double)
                            ledger.in(state).bytes());
                }
            }
        });
        Series.show(registry, series, samples);
    }
}
