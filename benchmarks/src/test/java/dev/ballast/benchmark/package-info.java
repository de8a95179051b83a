/**
 * Tests of what the benchmarks run on.
 * They may know every step of the pipeline. They must not measure anything.
 */
@NullMarked
package dev.ballast.benchmark;

import org.jspecify.annotations.NullMarked;
