/**
 * The canonical form of a policy file: order of keys, indentation, quotes; comments, anchors and the meaning stay.
 * It may know snakeyaml-engine's events and {@code dev.ballast.source}, with which it proves that the meaning stayed. It must not know
 * the schema: the order of keys is an argument.
 */
@NullMarked
package dev.ballast.format;

import org.jspecify.annotations.NullMarked;
