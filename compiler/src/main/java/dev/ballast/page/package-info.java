/**
 * Reports as pages for a browser: one file each that needs nothing else, with charts drawn as SVG and every figure in a table beside them.
 * It may know forecasts, costs, budgets and how a text is made from a template.
 * It must not know files, clusters or the clock, compute what a page shows, or need a script.
 */
@NullMarked
package dev.ballast.page;

import org.jspecify.annotations.NullMarked;
