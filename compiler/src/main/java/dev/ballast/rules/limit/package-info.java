/**
 * Rules about what a platform team does not allow.
 * It may know plans, the calendar and what Velero is. It must not know manifests, files or other categories of rules.
 */
@NullMarked
package dev.ballast.rules.limit;

import org.jspecify.annotations.NullMarked;
