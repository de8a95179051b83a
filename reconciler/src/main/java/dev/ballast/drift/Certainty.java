package dev.ballast.drift;

import java.util.Locale;

/** How well a number is known. */
public enum Certainty {
    /** Counted in the cluster or the bucket. */
    MEASURED,
    /** Follows from what was measured and declared by the cost model. */
    MODELLED,
    /** Stands on a default that nobody confirmed. */
    ASSUMED;

    /** The word in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
