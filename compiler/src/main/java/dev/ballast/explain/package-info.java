/**
 * Why a policy is what it is in one environment: every effective value with where it came from, every tier with its next runs.
 * It may know plans, the calendar and reports. It must not know files or terminals.
 */
@NullMarked
package dev.ballast.explain;

import org.jspecify.annotations.NullMarked;
