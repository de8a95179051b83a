/**
 * Benchmarks of every step from policy text to manifests, and the policies they run on.
 * It may know every step of the pipeline. It must not know terminals, and nothing may know it.
 */
@NullMarked
package dev.ballast.benchmark;

import org.jspecify.annotations.NullMarked;
