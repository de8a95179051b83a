package dev.ballast.diagnostic;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One finding.
 *
 * @param rule dotted id of the rule that found it, for example {@code retention.shorter-than-interval}
 * @param message what was found and what was expected: starts lower-case, no full stop, names in backticks
 * @param help the edit to make; absent when there is no single one
 * @param related other places that matter, each with what it has to do with this
 * @param policy name of the BackupPolicy it is about, when it is about one
 * @param environment name of the Environment in which it holds, when it holds in one only
 */
public record Diagnostic(
        String rule,
        Severity severity,
        Place place,
        String message,
        @Nullable String help,
        List<Related> related,
        @Nullable String policy,
        @Nullable String environment) {

    private static final Pattern RULE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

    public Diagnostic {
        if (!RULE.matcher(rule).matches()) {
            throw new IllegalArgumentException("not a rule id: " + rule);
        }
        related = List.copyOf(related);
    }

    /** Another place that explains the finding, for example the first of two duplicate keys. */
    public record Related(Place place, String message) {}

    public static Diagnostic error(String rule, Place place, String message) {
        return new Diagnostic(rule, Severity.ERROR, place, message, null, List.of(), null, null);
    }

    public static Diagnostic warning(String rule, Place place, String message) {
        return new Diagnostic(rule, Severity.WARNING, place, message, null, List.of(), null, null);
    }

    public static Diagnostic note(String rule, Place place, String message) {
        return new Diagnostic(rule, Severity.NOTE, place, message, null, List.of(), null, null);
    }

    /** The same with a help line; {@code null} leaves it without. */
    public Diagnostic help(@Nullable String edit) {
        return new Diagnostic(rule, severity, place, message, edit, related, policy, environment);
    }

    /** The same with one more related place. */
    public Diagnostic related(Place other, String why) {
        var more = new java.util.ArrayList<>(related);
        more.add(new Related(other, why));
        return new Diagnostic(rule, severity, place, message, help, more, policy, environment);
    }

    /** The same, said of one policy in one environment. */
    public Diagnostic about(@Nullable String aPolicy, @Nullable String anEnvironment) {
        return new Diagnostic(rule, severity, place, message, help, related, aPolicy, anEnvironment);
    }
}
