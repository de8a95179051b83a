package dev.ballast.hooks;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one thing that is expanded in a recipe's texts: {@code $(params.NAME)}. */
final class References {
    static final Pattern REFERENCE = Pattern.compile("\\$\\(params\\.([A-Za-z0-9_.-]+)\\)");

    private References() {}

    /** The names that a text refers to, in order. */
    static List<String> in(String text) {
        return REFERENCE.matcher(text).results().map(match -> match.group(1)).toList();
    }

    static String replaceAll(String text, UnaryOperator<String> value) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1))));
    }
}
