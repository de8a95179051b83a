package dev.ballast.hooks;

/** What Velero does when a hook fails; in both cases the backup ends as PartiallyFailed. */
public enum OnError {
    /** After a pre hook: the pod is not stored and its post hooks are skipped, yet its volumes are still captured. */
    FAIL("Fail"),
    /** The pod is stored, and later hooks run. */
    CONTINUE("Continue");

    private final String word;

    OnError(String word) {
        this.word = word;
    }

    /** Velero's word for it. Case matters: in an annotation, any other spelling means Continue without a message. */
    public String word() {
        return word;
    }
}
