/**
 * Hooks: recipes with parameters, Ballast's own and those of users, and what they become, namely the commands that Velero runs in a pod.
 * It may know the text package, Jackson for one JSON array, and how Velero runs a hook. It must not know policies, selectors, manifests or
 * diagnostics: what is wrong with a use of a recipe is a value that the caller turns into a finding at the place where it was written.
 */
@NullMarked
package dev.ballast.hooks;

import org.jspecify.annotations.NullMarked;
