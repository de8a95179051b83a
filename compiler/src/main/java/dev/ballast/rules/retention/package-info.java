/**
 * Rules about how long backups are kept.
 * It may know plans, the calendar and what Velero is. It must not know manifests, files or other categories of rules.
 */
@NullMarked
package dev.ballast.rules.retention;

import org.jspecify.annotations.NullMarked;
