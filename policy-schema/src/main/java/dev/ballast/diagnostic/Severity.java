package dev.ballast.diagnostic;

/** How much a finding matters; declared from worst to mildest, so that the natural order sorts the worst first. */
public enum Severity {
    /** The policy means nothing, or not what it says: nothing is compiled. */
    ERROR,
    /** The policy compiles, and will surprise somebody. */
    WARNING,
    /** Worth knowing; nothing to do. */
    NOTE;

    /** The word used in output and in JSON: {@code error}, {@code warning} or {@code note}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether this is as bad as {@code threshold}, or worse. */
    public boolean atLeast(Severity threshold) {
        return compareTo(threshold) <= 0;
    }
}
