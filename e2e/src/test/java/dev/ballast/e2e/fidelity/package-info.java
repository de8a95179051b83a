/**
 * Policies played through a real Velero whose wall clock is set from one due time to the next, and what happened held against their
 * forecasts. May know Ballast and the fixtures of {@code cluster}. Must not know how Velero decides: what it did is read from its objects.
 */
@NullMarked
package dev.ballast.e2e.fidelity;

import org.jspecify.annotations.NullMarked;
