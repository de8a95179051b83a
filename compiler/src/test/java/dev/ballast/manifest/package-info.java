/**
 * Golden cases of what policies become.
 * They may know the whole pipeline. They must not know files outside the test resources.
 */
@NullMarked
package dev.ballast.manifest;

import org.jspecify.annotations.NullMarked;
