/**
 * What Ballast has to say about its input, as data: a {@link dev.ballast.diagnostic.Diagnostic} names a rule, a place and an edit to make.
 * It may know the Java library only. It must not know how a place is found in a text, nor how a finding is printed.
 */
@NullMarked
package dev.ballast.diagnostic;

import org.jspecify.annotations.NullMarked;
