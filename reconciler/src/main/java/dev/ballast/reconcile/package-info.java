/**
 * The loop: reads policies from a cluster, compiles them as the command line does, and sees to it that what they ask for is there. Every decision
 * is a pure function of what was read and the clock; only the loop itself acts. It must not know terminals or files.
 */
@NullMarked
package dev.ballast.reconcile;

import org.jspecify.annotations.NullMarked;
