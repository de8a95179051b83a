/**
 * What Ballast believes, held against a real API server: that its manifests, its own kinds and its schemas mean there what they mean
 * here. May know every module of Ballast and the fixtures in {@code cluster}. Must not repeat what a module's own tests can show
 * without a cluster.
 */
@NullMarked
package dev.ballast.e2e;

import org.jspecify.annotations.NullMarked;
