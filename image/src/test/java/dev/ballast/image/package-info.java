/**
 * Looks into the image that the build has just made on an empty base. It may know files, tars and processes. It must not know what Ballast does:
 * of the distribution only that it starts.
 */
@NullMarked
package dev.ballast.image;

import org.jspecify.annotations.NullMarked;
