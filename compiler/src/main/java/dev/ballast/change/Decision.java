package dev.ballast.change;

import java.util.Locale;

/** What a comparison comes to. */
public enum Decision {
    /** Nothing changes. */
    NONE,
    /** Something changes, and nothing stands against it. */
    CHANGES,
    /** The change goes beyond a limit or a budget. */
    BLOCKED;

    /** The word in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
