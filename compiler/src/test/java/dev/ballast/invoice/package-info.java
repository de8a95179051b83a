/**
 * Tests of reports of costs.
 * They may know everything from reading to money. They must not know the command line.
 */
@NullMarked
package dev.ballast.invoice;

import org.jspecify.annotations.NullMarked;
