/**
 * How late is too late, and the pages about alerts.
 * They may know the whole pipeline and the documentation. They must not run rules: that is for promtool.
 */
@NullMarked
package dev.ballast.alerts;

import org.jspecify.annotations.NullMarked;
