/**
 * Rules about what a policy selects.
 * It may know plans, the calendar and what Velero is. It must not know manifests, files or other categories of rules.
 */
@NullMarked
package dev.ballast.rules.select;

import org.jspecify.annotations.NullMarked;
