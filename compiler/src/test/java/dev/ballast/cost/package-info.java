/**
 * Tests of bytes and money over time.
 * They may know the built-in price book. They must not know the command line.
 */
@NullMarked
package dev.ballast.cost;

import org.jspecify.annotations.NullMarked;
