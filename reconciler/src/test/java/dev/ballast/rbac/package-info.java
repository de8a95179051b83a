/** Tests of permissions. */
@NullMarked
package dev.ballast.rbac;

import org.jspecify.annotations.NullMarked;
