package dev.ballast.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a number must be: exactly so much, at least, or at most; from zero up. */
public record Bound(Relation relation, int value) {
    private static final Pattern TEXT = Pattern.compile("(>=|<=)? ?(\\d{1,7})");

    /** How the number stands to the value. */
    public enum Relation {
        EXACTLY(""),
        AT_LEAST(">="),
        AT_MOST("<=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }
    }

    public Bound {
        if (value < 0) {
            throw new IllegalArgumentException("a bound is not negative: " + value);
        }
    }

    /** Reads {@code 23}, {@code >=20} or {@code <=26}. */
    public static Optional<Bound> parse(String text) {
        Matcher bound = TEXT.matcher(text);
        if (!bound.matches()) {
            return Optional.empty();
        }
        String sign = bound.group(1) == null ? "" : bound.group(1);
        Relation relation = switch (sign) {
            case ">=" -> Relation.AT_LEAST;
            case "<=" -> Relation.AT_MOST;
            default -> Relation.EXACTLY;
        };
        return Optional.of(new Bound(relation, Integer.parseInt(bound.group(2))));
    }

    /** Whether {@code number} is as it must be. */
    public boolean admits(int number) {
        return switch (relation) {
            case EXACTLY -> number == value;
            case AT_LEAST -> number >= value;
            case AT_MOST -> number <= value;
        };
    }

    /** As the language writes it. */
    @Override
    public String toString() {
        return relation.sign + value;
    }
}
