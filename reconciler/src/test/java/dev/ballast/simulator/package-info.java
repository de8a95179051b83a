/**
 * Velero, simulated: schedules, queue, expiry, collection, deletion and sync of one cluster, event by event, so that years take milliseconds. For
 * tests; it follows Velero's own rules, not what Ballast believes of them, and is held against a record of a real one.
 */
@NullMarked
package dev.ballast.simulator;

import org.jspecify.annotations.NullMarked;
