/**
 * Tests of explanations.
 * They may know the whole pipeline. They must not know the command line.
 */
@NullMarked
package dev.ballast.explain;

import org.jspecify.annotations.NullMarked;
