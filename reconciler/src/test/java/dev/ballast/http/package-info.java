/** Tests of the package of the same name. */
@NullMarked
package dev.ballast.http;

import org.jspecify.annotations.NullMarked;
