package dev.ballast.hooks;

import dev.ballast.policy.Quantities;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a recipe.
 *
 * @param defaultValue used where none is given; absent means required
 * @param kind what a value must look like
 */
public record Param(String description, @Nullable String defaultValue, Kind kind) {
    public Param {
        if (defaultValue != null && !kind.accepts(defaultValue)) {
            throw new IllegalArgumentException("default `%s` is not %s".formatted(defaultValue, kind.expected()));
        }
    }

    /** A parameter that takes any text. */
    public Param(String description, @Nullable String defaultValue) {
        this(description, defaultValue, Kind.TEXT);
    }

    public boolean required() {
        return defaultValue == null;
    }

    /** What a value must look like. An empty value means "none" in every kind but {@link #DURATION}. */
    public enum Kind {
        TEXT("text without NUL", "[^\\x00]*"),
        /** Hours, minutes, seconds; reaches a shipped template as whole seconds. */
        DURATION("a duration such as `90s`, `10m` or `1h30m`", "(?=.)([0-9]{1,4}h)?([0-9]{1,6}m)?([0-9]{1,8}s)?"),
        PORT("a port number", "([1-9][0-9]{0,4})?"),
        /** The name of an environment variable in the container, for example the one that holds a password; never the password. */
        VARIABLE("the name of an environment variable", "([A-Za-z_][A-Za-z0-9_]*)?"),
        PATH("an absolute path", "(/[^\\x00]*)?");

        private final String expected;
        private final String pattern;

        Kind(String expected, String pattern) {
            this.expected = expected;
            this.pattern = pattern;
        }

        /** In words, for a message. */
        public String expected() {
            return expected;
        }

        public boolean accepts(String value) {
            return value.matches("(?s)" + pattern)
                    && (this != DURATION
                            || Quantities.duration(value)
                                    .filter(duration -> !duration.isZero())
                                    .isPresent());
        }
    }
}
