/**
 * What the reconciler must be allowed in a cluster, and why, as data and as the objects that allow it. It may know names of kinds. It must not
 * know how a cluster is reached, nor allow anything that no code needs.
 */
@NullMarked
package dev.ballast.rbac;

import org.jspecify.annotations.NullMarked;
