/**
 * Unit tests for alert rules as promtool runs them: stories of series, and what each alert must say when.
 * It may know plans, alerts and the names of series. It must not know how the expression of a rule is written: a test must be able to find it wrong.
 */
@NullMarked
package dev.ballast.alerttest;

import org.jspecify.annotations.NullMarked;
