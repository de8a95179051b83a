/**
 * Findings to output: text for people, and the formats that CI systems read, each a pure function from data to a string.
 * It may know {@code dev.ballast.diagnostic}, the texts in {@code dev.ballast.source} and Jackson's tree. It must not know where a finding came from, what a policy means, nor
 * whether a terminal, a file or a pipe receives what it makes.
 */
@NullMarked
package dev.ballast.report;

import org.jspecify.annotations.NullMarked;
