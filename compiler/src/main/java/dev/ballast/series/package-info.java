/**
 * Names and labels of the numbers that Ballast tells Prometheus, for those who tell them and for alerts and dashboards that ask for them.
 * It may know nothing else of Ballast. It must not know how a number is found or told.
 */
@NullMarked
package dev.ballast.series;

import org.jspecify.annotations.NullMarked;
