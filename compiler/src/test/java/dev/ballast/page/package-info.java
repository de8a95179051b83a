/** Tests of what pages show. */
@NullMarked
package dev.ballast.page;

import org.jspecify.annotations.NullMarked;
