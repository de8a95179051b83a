/**
 * What forecasts mean to people: what can be restored and when, what an outage does to it, which backups of a cluster are due at once; as text and as a report.
 * It may know forecasts, plans and reports. It must not know files, terminals or money.
 */
@NullMarked
package dev.ballast.outlook;

import org.jspecify.annotations.NullMarked;
