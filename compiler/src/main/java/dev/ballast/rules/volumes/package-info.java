/**
 * Rules about how volumes are backed up.
 * It may know plans, the calendar and what Velero is. It must not know manifests, files or other categories of rules.
 */
@NullMarked
package dev.ballast.rules.volumes;

import org.jspecify.annotations.NullMarked;
