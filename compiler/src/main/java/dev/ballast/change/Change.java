package dev.ballast.change;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of something. */
public enum Change {
    ADDED,
    CHANGED,
    REMOVED,
    SAME;

    /** The word in reports: {@code added}, {@code changed}, {@code removed}, {@code same}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What became of something that is there on at least one side. */
    static Change of(@Nullable Object before, @Nullable Object after, boolean same) {
        if (before == null) {
            return ADDED;
        }
        return after == null ? REMOVED : same ? SAME : CHANGED;
    }
}
