/**
 * Tests of the package of the same name.
 * They may know everything in this module. They must not know files outside the repository.
 */
@NullMarked
package dev.ballast.price;

import org.jspecify.annotations.NullMarked;
