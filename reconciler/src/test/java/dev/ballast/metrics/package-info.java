/** Tests of the package of the same name. */
@NullMarked
package dev.ballast.metrics;

import org.jspecify.annotations.NullMarked;
