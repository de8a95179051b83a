/**
 * Rules about where bytes are put, and what is known of that place.
 * It may know plans, the calendar and what Velero is. It must not know manifests, files or other categories of rules.
 */
@NullMarked
package dev.ballast.rules.store;

import org.jspecify.annotations.NullMarked;
