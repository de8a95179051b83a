/**
 * How policies are, as numbers for Prometheus: one series for each tier of each policy, never one for each Backup. It may know what drift is and
 * the metrics library. It must not know how a cluster is reached, nor judge anything itself.
 */
@NullMarked
package dev.ballast.metrics;

import org.jspecify.annotations.NullMarked;
