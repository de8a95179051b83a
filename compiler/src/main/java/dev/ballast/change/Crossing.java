package dev.ballast.change;

import dev.ballast.diagnostic.Diagnostic;

/**
 * A limit or a budget that the change goes beyond.
 *
 * @param finding says which, where and by how much
 * @param worse whether it was exceeded before already, by less
 */
public record Crossing(Diagnostic finding, boolean worse) {}
