/** Tests of the loop as far as they need no cluster. */
@NullMarked
package dev.ballast.reconcile;

import org.jspecify.annotations.NullMarked;
