/**
 * What a policy will keep: every run, every expiry and every collection, simulated by the rules that Velero follows, and what they mean for
 * restores. It may know plans and the calendar.
 * It must not know money, reports or clusters; backups that exist are handed in.
 */
@NullMarked
package dev.ballast.forecast;

import org.jspecify.annotations.NullMarked;
