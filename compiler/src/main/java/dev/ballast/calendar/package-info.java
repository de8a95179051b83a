/**
 * When things run: crons as the libraries inside Velero compute them, the times of tiers, and what daylight saving does to both. It may
 * know tiers, the Java library and cron-utils. It must not know plans, manifests or the present time.
 */
@NullMarked
package dev.ballast.calendar;

import org.jspecify.annotations.NullMarked;
