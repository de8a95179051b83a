/**
 * Rules and their tests as promtool sees them, and whether these tests can find a rule wrong.
 * They may know the whole pipeline and the examples. They must not judge an expression by its text where promtool can run it.
 */
@NullMarked
package dev.ballast.alerttest;

import org.jspecify.annotations.NullMarked;
