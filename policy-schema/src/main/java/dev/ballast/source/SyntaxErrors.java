package dev.ballast.source;

import dev.ballast.diagnostic.Diagnostic;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the scanner objects to, in words of its users. */
final class SyntaxErrors {
    /**
     * An error as the scanner sees it.
     *
     * @param context what was being read
     * @param at offset of the problem
     * @param line text of the line it is in
     * @param before text of the line before that, empty for the first
     */
    private record Problem(String context, String problem, String text, int at, String line, String before) {
        boolean says(String words) {
            return problem.contains(words);
        }

        boolean within(String words) {
            return context.contains(words);
        }

        boolean finds(char c) {
            return at < text.length() && text.charAt(at) == c;
        }

        boolean atEnd() {
            return at >= text.length();
        }
    }

    private record Explanation(
            Predicate<Problem> when,
            String message,
            @Nullable String help) {}

    private static final Pattern CONFLICT = Pattern.compile("^(<<<<<<<|=======|>>>>>>>)( |$)");
    private static final Pattern NO_SPACE = Pattern.compile("^\\s*(- +)*[A-Za-z0-9_.-]+:[^\\s:/]");
    private static final String CLOSE_FLOW = "add the missing `,`, or close the list or mapping";

    /** The first that fits is used. */
    private static final List<Explanation> EXPLANATIONS = List.of(
            new Explanation(
                    p -> p.line().contains("{{") || p.line().stripLeading().startsWith("{%"),
                    "found template syntax, which is not YAML",
                    "templates are not expanded here: render the file first, or quote the text"),
            new Explanation(
                    p -> CONFLICT.matcher(p.line()).find()
                            || CONFLICT.matcher(p.before()).find(),
                    "found a conflict marker of Git",
                    "resolve the merge conflict"),
            new Explanation(
                    p -> p.finds('\t') || p.line().matches(" *\t.*"),
                    "found a tab used for indentation",
                    "indent with spaces"),
            new Explanation(
                    p -> p.says("mapping values")
                            && NO_SPACE.matcher(p.before()).find(),
                    "found a colon without a space behind it on the line before",
                    "write `key: value`"),
            new Explanation(
                    p -> p.within("quoted scalar") && (p.says("end of stream") || p.says("document separator")),
                    "a quote was opened and never closed",
                    "close the quote"),
            new Explanation(
                    p -> p.says("escape character") || p.says("hexadecimal") || p.says("escape"),
                    "found a backslash that begins no escape",
                    "write `\\\\` for a backslash, or use single quotes"),
            new Explanation(
                    p -> p.finds('@') || p.finds('`'),
                    "a plain value cannot begin with `@` or a backtick",
                    "quote the value"),
            new Explanation(
                    p -> p.finds('%') && !p.says("Version{"),
                    "a plain value cannot begin with `%` here",
                    "quote the value"),
            new Explanation(
                    p -> p.says("mapping values are not allowed"),
                    "found `: ` where no key can stand",
                    "quote the value if the colon belongs to it, or put the key on a line of its own"),
            new Explanation(
                    p -> p.says("could not find expected ':'")
                            && NO_SPACE.matcher(p.line()).find(),
                    "found a colon without a space behind it",
                    "write `key: value`"),
            new Explanation(
                    p -> p.says("could not find expected ':'"),
                    "found a line without `: ` between the keys of a mapping",
                    "write `key: value`, with a space after the colon"),
            new Explanation(
                    p -> p.says("Version{"),
                    "found a `%YAML` line of another version, expected 1.1 or 1.2",
                    "delete the line"),
            new Explanation(
                    p -> p.within("flow") && p.atEnd(),
                    "a `[` or `{` was opened and never closed",
                    "close it with `]` or `}`"),
            new Explanation(
                    p -> p.says("node content"),
                    "found a character that cannot begin a value",
                    "quote the value if the character belongs to it"),
            new Explanation(p -> p.within("flow"), "found something unexpected inside `[ ]` or `{ }`", CLOSE_FLOW),
            new Explanation(
                    p -> p.within("block mapping") && p.says("block sequence entries"),
                    "found a list item where a key was expected",
                    "indent the item below its key"),
            new Explanation(
                    p -> p.says("block sequence entries are not allowed") || p.says("sequence entries"),
                    "found `- ` where no list can begin",
                    "put the list on lines of its own, or quote the value"),
            new Explanation(
                    p -> p.within("block mapping") || p.within("block collection"),
                    "found something that is not a key at this indentation",
                    "align it with the other keys; text after a closing quote or bracket must go"),
            new Explanation(
                    p -> p.within("block sequence"),
                    "found something that is not a list item at this indentation",
                    "begin it with `- `, or align it with what it belongs to"),
            new Explanation(
                    p -> p.within("block scalar"),
                    "found a wrong header of a text block",
                    "write only `|` or `>`, if needed with `-` or `+`, and begin the text on the next line"),
            new Explanation(
                    p -> p.within("alias") || p.within("anchor"),
                    "found a name of an anchor or alias that is not made of letters, digits, `-` or `_`",
                    "rename it, or quote the value if the sign belongs to it"),
            new Explanation(
                    p -> p.within("tag") || p.says("tag"),
                    "found a tag that cannot be read",
                    "delete the tag, or quote the value"),
            new Explanation(
                    p -> p.within("directive") || p.says("directive"),
                    "found a `%` line that cannot be read",
                    "delete the line"),
            new Explanation(
                    p -> p.says("document start"),
                    "found something after the end of the document",
                    "begin a new document with `---`"));

    private SyntaxErrors() {}

    static void report(Reading reading, @Nullable String context, int contextAt, @Nullable String problem, int at) {
        String text = reading.text();
        // The scanner notices a line without a colon only when it is past it.
        boolean early = problem != null && problem.contains("could not find expected ':'");
        int shown = Math.min(early ? contextAt : at, text.length());
        int number = reading.lines().lineAt(shown);
        String line = reading.lines().line(number);
        String before = number > 1 ? reading.lines().line(number - 1) : "";
        var seen =
                new Problem(context == null ? "" : context, problem == null ? "" : problem, text, shown, line, before);
        Explanation explanation = EXPLANATIONS.stream()
                .filter(e -> e.when().test(seen))
                .findFirst()
                .orElse(new Explanation(p -> true, "this is not YAML", null));
        Diagnostic finding = Diagnostic.error(
                        "yaml.syntax", reading.place(reading.lines().character(shown)), explanation.message())
                .help(explanation.help());
        reading.forgetKeys(number);
        boolean elsewhere = context != null && contextAt < shown;
        reading.report(
                elsewhere
                        ? finding.related(reading.place(reading.lines().character(contextAt)), "begun here")
                        : finding);
    }
}
