/**
 * The guard: which good backups must live longer, because too few newer ones are good, and until when. It may know what is observed and when
 * runs are due. It must not know how a cluster is reached, remember anything between two looks, or shorten a life.
 */
@NullMarked
package dev.ballast.guard;

import org.jspecify.annotations.NullMarked;
