/**
 * How far a cluster is off: of its manifests, of the backups that should have been made, and of what they cost; each finding with its cause,
 * since when, and what to do. Pure functions of plans and what was observed. It must not know how a cluster is reached, nor change anything.
 */
@NullMarked
package dev.ballast.drift;

import org.jspecify.annotations.NullMarked;
