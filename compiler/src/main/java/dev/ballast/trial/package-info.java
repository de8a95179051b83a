/**
 * Whether policies keep what a PolicyTest expects of them, played through with its outages, and what other promises would come to.
 * It may know plans, forecasts, costs and reports. It must not know files or terminals, nor resolve a policy in a way of its own.
 */
@NullMarked
package dev.ballast.trial;

import org.jspecify.annotations.NullMarked;
