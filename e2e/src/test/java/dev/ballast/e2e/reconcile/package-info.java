/**
 * The reconciler against a real API server. It may know everything of Ballast and the fixtures of {@code dev.ballast.e2e.cluster}; nothing knows it.
 */
@NullMarked
package dev.ballast.e2e.reconcile;

import org.jspecify.annotations.NullMarked;
