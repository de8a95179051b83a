package dev.ballast.source;

/**
 * What one input may ask of the reader. A bound that is exceeded is a finding of its own, and what was read before it is kept.
 *
 * @param maxBytes size of the input in bytes
 * @param maxDepth how many mappings and lists may stand inside each other, aliases followed. At most 500, because a tree is walked by
 *     recursion
 * @param maxAliases how many {@code *alias} tokens one input may contain
 * @param maxExpandedNodes how many values all aliases of one input may stand for together
 * @param maxDocuments how many documents one input may contain, empty ones not counted
 */
public record Limits(int maxBytes, int maxDepth, int maxAliases, int maxExpandedNodes, int maxDocuments) {
    /** 16 MiB, depth 64, 10,000 aliases standing for 200,000 values, 20,000 documents. */
    public static final Limits DEFAULT = new Limits(16 << 20, 64, 10_000, 200_000, 20_000);

    public Limits {
        if (maxBytes < 1
                || maxDepth < 1
                || maxDepth > 500
                || maxAliases < 0
                || maxExpandedNodes < 0
                || maxDocuments < 1) {
            throw new IllegalArgumentException("not a limit: %d bytes, depth %d, %d aliases, %d expanded, %d documents"
                    .formatted(maxBytes, maxDepth, maxAliases, maxExpandedNodes, maxDocuments));
        }
    }
}
