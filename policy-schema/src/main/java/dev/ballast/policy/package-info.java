/**
 * Policies as written: one record per kind, with the terms that layers may override kept undecoded until they are laid over each other.
 * It may know documents, schemas and diagnostics. It must not know what a term means for Velero, nor how layers are ordered.
 */
@NullMarked
package dev.ballast.policy;

import org.jspecify.annotations.NullMarked;
