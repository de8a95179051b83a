/**
 * The Helm chart: what Helm makes of it, and what an API server, Prometheus' tools and the reconciler make of that. May know everything of Ballast and
 * the fixtures of {@code dev.ballast.e2e.cluster}. Must not know how the chart's templates do it: only values go in, and only objects come out.
 */
@NullMarked
package dev.ballast.e2e.helm;

import org.jspecify.annotations.NullMarked;
