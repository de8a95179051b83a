/** Tests of what is read of a cluster. */
@NullMarked
package dev.ballast.observed;

import org.jspecify.annotations.NullMarked;
