/**
 * Tests of the whole pipeline, from text to findings and manifests.
 * They may know everything in this module. They must not know files outside the repository.
 */
@NullMarked
package dev.ballast.compile;

import org.jspecify.annotations.NullMarked;
