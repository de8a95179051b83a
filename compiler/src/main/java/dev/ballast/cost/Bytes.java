package dev.ballast.cost;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bytes that are paid for, by what they are and where they lie.
 *
 * @param bins in the order in which they were met
 */
public record Bytes(Map<Bin, Long> bins) {
    /** What bytes are. */
    public enum Sort {
        SNAPSHOTS,
        /** What an uploader stores of volumes. */
        VOLUMES,
        /** Archives of Kubernetes objects and what lies beside them. */
        ARCHIVES,
        /** What the provider copies to another store. */
        COPIES
    }

    /** Some bytes in one place. */
    public record Bin(Sort sort, Site site) {}

    public Bytes {
        bins = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(bins));
    }

    /** Everything together. */
    public long total() {
        return bins.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same with other numbers for some. */
    public Bytes replaced(Map<Bin, Long> others) {
        var all = new LinkedHashMap<>(bins);
        all.putAll(others);
        return new Bytes(all);
    }
}
