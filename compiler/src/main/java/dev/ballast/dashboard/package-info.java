/**
 * The Grafana dashboard of all policies, made from the names of series.
 * It may know these names and selectors. It must not know plans: it is the same for everybody.
 */
@NullMarked
package dev.ballast.dashboard;

import org.jspecify.annotations.NullMarked;
