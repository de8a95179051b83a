/**
 * Tests of comparisons.
 * They may know the whole pipeline. They must not know the command line.
 */
@NullMarked
package dev.ballast.change;

import org.jspecify.annotations.NullMarked;
