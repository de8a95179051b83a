/**
 * Rules about commands that run around a backup.
 * It may know plans, the calendar and what Velero is. It must not know manifests, files or other categories of rules.
 */
@NullMarked
package dev.ballast.rules.hook;

import org.jspecify.annotations.NullMarked;
