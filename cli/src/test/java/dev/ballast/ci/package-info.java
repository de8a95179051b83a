/**
 * The CI kit, run as a forge runs it: the steps of the files themselves, with a real Git repository and a small HTTP server in place of the
 * forge. It may know the files of the repository and the command line as a program. It must not know how the command line is built.
 */
@NullMarked
package dev.ballast.ci;

import org.jspecify.annotations.NullMarked;
