package dev.ballast.cost;

/**
 * Something that nobody declared and that the numbers rest on.
 *
 * @param name the field of {@code size} that would declare it, for example {@code change}, or what is taken for granted
 * @param value what is assumed, for people
 */
public record Assumption(String name, String value) {}
