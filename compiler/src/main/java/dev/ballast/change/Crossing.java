package dev.ballast.change;

import org.jspecify.annotations.Nullable;

/**
 * A limit or a budget that the change goes beyond.
 *
 * @param policy absent when it is about several
 * @param environment absent when it is about all
 * @param message which, and by how much
 * @param worse whether it was exceeded before already, by less
 */
public record Crossing(
        String rule, @Nullable String policy, @Nullable String environment, String message, boolean worse) {}
