/**
 * The command line: files, terminals and exit codes.
 * It may know all other modules and picocli. It must not decide anything about policies.
 */
@NullMarked
package dev.ballast.cli;

import org.jspecify.annotations.NullMarked;
