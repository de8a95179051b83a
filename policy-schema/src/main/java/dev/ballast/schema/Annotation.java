package dev.ballast.schema;

/** Keywords of our own in the schemas. They judge nothing: they say in words, or for Kubernetes, what the standard ones mean. */
final class Annotation {
    /** On a schema: what is expected there, to be read after "expected". */
    static final String EXPECTED = "x-expected";

    /** On a schema: the same in fewer words, for a table. */
    static final String FORM = "x-form";

    /** On a condition in {@code allOf}: rule id of its finding. */
    static final String RULE = "x-rule";

    /** On a condition in {@code allOf}: what it demands, as a sentence. */
    static final String MESSAGE = "x-message";

    private Annotation() {}
}
