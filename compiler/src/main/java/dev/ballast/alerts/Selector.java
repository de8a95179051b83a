package dev.ballast.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A selector of series.
 *
 * @param metric full name
 * @param matchers each with its operator and quoted value
 */
public record Selector(String metric, List<String> matchers) {
    public Selector {
        matchers = List.copyOf(matchers);
    }

    public static Selector of(String metric) {
        return new Selector(metric, List.of());
    }

    /** With a label that has exactly this value. */
    public Selector with(String label, String value) {
        return and(label + "=" + quoted(value));
    }

    /** With a label that has one of these values; none of them means anything in a regular expression. */
    public Selector oneOf(String label, List<String> values) {
        if (values.size() == 1) {
            return with(label, values.get(0));
        }
        return and(label + "=~"
                + quoted(values.stream().map(value -> value.replace(".", "\\.")).collect(Collectors.joining("|"))));
    }

    private Selector and(String matcher) {
        var all = new ArrayList<>(matchers);
        all.add(matcher);
        return new Selector(metric, all);
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public String toString() {
        return metric + "{" + String.join(", ", matchers) + "}";
    }
}
