/**
 * How rules are run: the families of rules, the explicit list of all of them, their pages, and the exceptions that let a finding pass.
 * It may know plans and what they are made of. It must not know manifests, files or how findings are shown.
 */
@NullMarked
package dev.ballast.rules;

import org.jspecify.annotations.NullMarked;
