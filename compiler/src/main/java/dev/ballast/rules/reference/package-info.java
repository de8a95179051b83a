/**
 * Rules about names that lead nowhere, or to two things.
 * It may know plans, the calendar and what Velero is. It must not know manifests, files or other categories of rules.
 */
@NullMarked
package dev.ballast.rules.reference;

import org.jspecify.annotations.NullMarked;
