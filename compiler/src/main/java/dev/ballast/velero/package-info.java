/**
 * What Velero is: its releases and what each can do, its object-store plugins and the settings each provider needs.
 * It may know the policy vocabulary and the calendar's dialects. It must not know plans or how manifests are written.
 */
@NullMarked
package dev.ballast.velero;

import org.jspecify.annotations.NullMarked;
