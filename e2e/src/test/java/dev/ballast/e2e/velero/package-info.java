/**
 * The whole of it: policies in a cluster, the reconciler, a real Velero and a real bucket. It may know everything of Ballast and the fixtures
 * of {@code dev.ballast.e2e.cluster}. Nothing knows it.
 */
@NullMarked
package dev.ballast.e2e.velero;

import org.jspecify.annotations.NullMarked;
