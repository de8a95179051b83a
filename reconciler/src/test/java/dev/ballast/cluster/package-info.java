/** Tests of the package of the same name. */
@NullMarked
package dev.ballast.cluster;

import org.jspecify.annotations.NullMarked;
