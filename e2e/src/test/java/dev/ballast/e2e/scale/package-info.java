/**
 * The reconciler with as many policies and Backups as are asked for, against a real API server. It may know everything of Ballast and the
 * fixtures of {@code cluster}. It must not fail for being slow: what takes how long is written down, not judged.
 */
@NullMarked
package dev.ballast.e2e.scale;

import org.jspecify.annotations.NullMarked;
