package dev.ballast.reconcile;

import java.util.Set;

/** Labels and annotations that the loop reads and writes. */
public final class Marks {
    /** Under which we write: stable, so that what one release owns the next does too. */
    public static final String MANAGER = "ballast-reconciler";

    /** All names under which we write. */
    static final Set<String> MANAGERS = Set.of(MANAGER);

    /** Annotation of what we write: a hash of its spec. */
    static final String REVISION = "ballast.dev/revision";

    /** Annotation on a policy: {@code "true"} takes over objects that others made under the names it asks for. */
    public static final String ADOPT = "ballast.dev/adopt";

    /** Annotation on a policy: {@code report-only} leaves drift as it is and only tells it. */
    public static final String DRIFT = "ballast.dev/drift";

    /** Annotation on a policy or Environment: {@code confirmed} lets a large removal pass. */
    public static final String PRUNE = "ballast.dev/prune";

    static final String REPORT_ONLY = "report-only";
    static final String CONFIRMED = "confirmed";

    private Marks() {}
}
