/** Tests of drift. */
@NullMarked
package dev.ballast.drift;

import org.jspecify.annotations.NullMarked;
