/**
 * Rules about when backups run.
 * It may know plans, the calendar and what Velero is. It must not know manifests, files or other categories of rules.
 */
@NullMarked
package dev.ballast.rules.schedule;

import org.jspecify.annotations.NullMarked;
