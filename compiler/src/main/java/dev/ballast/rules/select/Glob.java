package dev.ballast.rules.select;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Namespace patterns as Velero 1.18 reads them: {@code *}, {@code ?} and {@code [abc]}. */
final class Glob {
    private static final String REFUSED = "|()!{},";

    private Glob() {}

    /** Whether a text is meant as a pattern, and not as the name of one namespace. */
    static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> "*?[]{},!^".indexOf(c) >= 0);
    }

    /** Why Velero refuses a pattern; nothing when it takes it. */
    static Optional<String> refusal(String pattern) {
        if (pattern.contains("**")) {
            return Optional.of("two asterisks in a row");
        }
        Optional<String> character = pattern.chars()
                .filter(c -> REFUSED.indexOf(c) >= 0)
                .mapToObj(c -> "the character `%s`".formatted(Character.toString(c)))
                .findFirst();
        return character.isPresent() ? character : brackets(pattern);
    }

    private static Optional<String> brackets(String pattern) {
        int open = -1;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '[' && open >= 0) {
                return Optional.of("a `[` within another");
            }
            if (c == ']' && open < 0) {
                return Optional.of("a `]` without its `[`");
            }
            if (c == ']' && open == i - 1) {
                return Optional.of("an empty `[]`");
            }
            open = c == '[' ? i : c == ']' ? -1 : open;
        }
        return open >= 0 ? Optional.of("a `[` that is not closed") : Optional.empty();
    }

    /** Whether a pattern that Velero takes, or a name, stands for this namespace. */
    static boolean matches(String pattern, String namespace) {
        return of(pattern).test(namespace);
    }

    /** Tells the namespaces that a pattern, or a name, stands for. One that Velero refuses stands for none. */
    static Predicate<String> of(String pattern) {
        if (!isPattern(pattern) || refusal(pattern).isPresent()) {
            return pattern::equals;
        }
        var regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : "[]-^".indexOf(c) >= 0 ? "" + c : Pattern.quote("" + c));
        }
        return Pattern.compile(regex.toString()).asMatchPredicate();
    }
}
