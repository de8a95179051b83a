/**
 * Tests of rules by their cases and pages.
 * They may know the whole pipeline. They must not know one rule in particular.
 */
@NullMarked
package dev.ballast.rules;

import org.jspecify.annotations.NullMarked;
