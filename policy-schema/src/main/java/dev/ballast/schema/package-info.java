/**
 * The language as JSON Schemas, one per kind, and what a document has wrong by them, in words.
 * It may know Jackson's tree, networknt, {@code dev.ballast.source} and {@code dev.ballast.diagnostic}. It must not know what the
 * fields mean, other documents, or Velero.
 */
@NullMarked
package dev.ballast.schema;

import org.jspecify.annotations.NullMarked;
