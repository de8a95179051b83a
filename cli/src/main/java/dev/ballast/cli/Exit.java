package dev.ballast.cli;

/** What an exit code means, for every command. */
final class Exit {
    /** Done, nothing found at or above the threshold. */
    static final int OK = 0;
    /** Findings, an invalid policy, or differences. */
    static final int FINDINGS = 1;
    /** Could not run: usage, unreadable input. */
    static final int CANNOT_RUN = 2;
    /** A plan goes beyond a limit or a budget. */
    static final int BLOCKED = 3;
    /** A plan with changes, where that was asked about. */
    static final int CHANGES = 4;
    /** A bug of ours. */
    static final int BUG = 70;

    private Exit() {}
}
