/**
 * What a policy comes to in one environment: layers laid over each other with the place of every value kept, references followed, tiers
 * turned into runs and lifetimes. It may know policies, the calendar, hook recipes and what Velero is.
 * It must not know manifests, files or clusters.
 */
@NullMarked
package dev.ballast.plan;

import org.jspecify.annotations.NullMarked;
