/**
 * Tests of commands as a user types them, inside this process.
 * They may know every module. They must not know how a command does what it does.
 */
@NullMarked
package dev.ballast.cli;

import org.jspecify.annotations.NullMarked;
