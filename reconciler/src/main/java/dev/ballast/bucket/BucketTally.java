package dev.ballast.bucket;

import dev.ballast.bucket.BucketLedger.Amount;
import dev.ballast.bucket.BucketLedger.Section;
import dev.ballast.bucket.BucketLedger.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.TreeMap;

/** Counts the objects of a store one after the other. */
public final class BucketTally {
    private final String prefix;
    private final TreeMap<BucketLedger.Key, Amount> holdings = new TreeMap<>();
    private final TreeMap<String, Long> classes = new TreeMap<>();
    private boolean versions;

    /** @param prefix of the store in its bucket, without slashes at its ends; empty for none. What is outside of it is passed over */
    public BucketTally(String prefix) {
        this.prefix = prefix.isEmpty() ? "" : prefix + "/";
    }

    /** An object as it is now; the class as the server says it, empty where it says none. */
    public void current(String key, long bytes, String storageClass) {
        if (add(key, bytes, State.CURRENT) && !storageClass.isEmpty()) {
            classes.merge(storageClass, bytes, Long::sum);
        }
    }

    /** An older version of one. */
    public void noncurrent(String key, long bytes) {
        add(key, bytes, State.NONCURRENT);
    }

    /** Parts of an upload that was not finished. */
    public void incomplete(String key, long bytes) {
        add(key, bytes, State.INCOMPLETE);
    }

    /** All that another counted, too. */
    public void add(BucketTally other) {
        other.holdings.forEach((key, amount) -> holdings.merge(key, amount, Amount::plus));
        other.classes.forEach((name, bytes) -> classes.merge(name, bytes, Long::sum));
        versions |= other.versions;
    }

    /** Older versions were listed, whether there were any or not. */
    public void withVersions() {
        versions = true;
    }

    /** All that was counted. */
    public BucketLedger ledger(Instant at) {
        return new BucketLedger(at, holdings, classes, versions);
    }

    private boolean add(String key, long bytes, State state) {
        if (!key.startsWith(prefix)) {
            return false;
        }
        String[] parts = key.substring(prefix.length()).split("/", 3);
        Section section = Arrays.stream(Section.values())
                .filter(one ->
                        one != Section.OTHER && parts.length > 1 && one.folder().equals(parts[0]))
                .findFirst()
                .orElse(Section.OTHER);
        boolean named = section == Section.BACKUPS || section == Section.RESTORES || section.isRepository();
        holdings.merge(new BucketLedger.Key(section, named ? parts[1] : "", state), new Amount(1, bytes), Amount::plus);
        return true;
    }
}
