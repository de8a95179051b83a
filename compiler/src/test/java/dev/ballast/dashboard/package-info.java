/**
 * The dashboard as a file, and whether Prometheus answers what it asks.
 * They may know the names of series and promtool. They must not know Grafana's own schema, which is for programs made of it.
 */
@NullMarked
package dev.ballast.dashboard;

import org.jspecify.annotations.NullMarked;
