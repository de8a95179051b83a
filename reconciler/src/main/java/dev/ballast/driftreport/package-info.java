/**
 * A drift report as text, JSON and Markdown. It may know what drift is and how the other reports look. It must not know how a cluster is
 * reached, nor decide what is drift.
 */
@NullMarked
package dev.ballast.driftreport;

import org.jspecify.annotations.NullMarked;
