/**
 * What Ballast believes, held against a real API server and a real browser: that its manifests, its own kinds and its schemas mean there
 * what they mean here, and that its pages look as they should. May know every module of Ballast and the fixtures beside it.
 * Must not repeat what a module's own tests can show without them.
 */
@NullMarked
package dev.ballast.e2e;

import org.jspecify.annotations.NullMarked;
