package dev.ballast.price;

import dev.ballast.policy.PriceBook;
import java.time.LocalDate;

/** A price book and how much it has to say. */
public record Book(Layer layer, PriceBook document) {
    /** Whose book it is; an earlier one wins. */
    public enum Layer {
        /** Named for one run. */
        USER("user"),
        /** Beside the policies. */
        SITE("site"),
        /** Shipped with Ballast. */
        BUILT_IN("built-in");

        private final String word;

        Layer(String word) {
            this.word = word;
        }

        /** How reports say it. */
        public String word() {
            return word;
        }
    }

    /** The name of the book. */
    public String name() {
        return document.name();
    }

    /** The version of the book. */
    public String version() {
        return document.version();
    }

    /** The day on which it was last looked through. */
    public LocalDate asOf() {
        return document.asOf();
    }

    /** As reports name it: {@code builtin 2026.11.1 of 2026-11-21}. */
    @Override
    public String toString() {
        return "%s %s of %s".formatted(name(), version(), asOf());
    }
}
