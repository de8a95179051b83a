package dev.ballast.cost;

import java.math.BigDecimal;

/**
 * A part of the difference between two states of a store.
 *
 * @param bytes more or fewer; negative for fewer
 * @param amount money a month, more or less
 */
public record Cause(Kind kind, long bytes, BigDecimal amount) {

    /** What can make a difference, in the order in which it is told apart. The order is fixed: another one would share the parts differently. */
    public enum Kind {
        /** Restore points that come, go or live for another time. */
        SCHEDULE("schedule"),
        /** Backups that should be there and are not. */
        MISSING("missing"),
        /** Backups that should be gone and are not. */
        OVERDUE("overdue"),
        /** Backups that no policy asked for. */
        UNMANAGED("unmanaged"),
        /** Bytes that no backup owns any longer. */
        ORPHANED("orphaned"),
        /** More or less data. */
        SIZE("size"),
        /** Data that changes faster or slower, or is counted in another way. */
        CHANGE("change"),
        /** Another method, store, class or number of copies. */
        PLACE("place"),
        /** Another price for the same thing. */
        PRICE("price"),
        /** Measured, and not explained by anything above. */
        UNEXPLAINED("unexplained");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in reports. */
        public String word() {
            return word;
        }
    }
}
