package dev.ballast.cost;

import org.jspecify.annotations.Nullable;

/**
 * Something that a number is missing for, so that the totals are without it.
 *
 * @param store where it concerns one
 * @param reason for people, with names in backticks
 */
public record Unknown(Component.Kind kind, @Nullable String store, String reason) {}
