/**
 * Rules about prices: those in books of the input, and those that stores and environments use.
 * It may know plans and price books. It must not know manifests, files or other categories of rules.
 */
@NullMarked
package dev.ballast.rules.price;

import org.jspecify.annotations.NullMarked;
