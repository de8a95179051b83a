/**
 * Our Kustomizations, held against Flux's own definitions and its own evaluation of health expressions. May know clusters and the files under
 * {@code deploy}. Must not know what is inside Ballast.
 */
@NullMarked
package dev.ballast.e2e.flux;

import org.jspecify.annotations.NullMarked;
