/** Tests of the guard. */
@NullMarked
package dev.ballast.guard;

import org.jspecify.annotations.NullMarked;
