package dev.ballast.hooks;

import dev.ballast.text.ShellWord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user's script, read from its beginning for as long as its quoting is certain. It follows words, both kinds of quotes, comments,
 * {@code $(…)} and plain {@code ${…}} and {@code $((…))}; at the first construct beyond these it gives up, and every reference from there
 * on is refused. References before that point are safe whatever follows, since a shell reads from left to right too.
 */
final class ScriptText {
    private static final Pattern PLAIN_PARAMETER = Pattern.compile("\\$\\{[^}'\"`\\\\$]*\\}");
    private static final Pattern PLAIN_ARITHMETIC = Pattern.compile("\\$\\(\\([^()'\"`\\\\]*\\)\\)");
    private static final Pattern CASE = Pattern.compile("case\\b");

    private enum Mode {
        WORDS,
        SUBSTITUTION,
        DOUBLE_QUOTES
    }

    /** A level of nesting; {@code depth} counts the open parentheses of a substitution. */
    private static final class Level {
        private final Mode mode;
        private int depth;

        Level(Mode mode) {
            this.mode = mode;
        }
    }

    private final String text;
    private final String where;
    private final UnaryOperator<String> values;
    private final Consumer<HookProblem> problems;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Level> levels = new ArrayDeque<>();
    private int at;
    private boolean wordStart = true;

    ScriptText(String text, String where, UnaryOperator<String> values, Consumer<HookProblem> problems) {
        this.text = text;
        this.where = where;
        this.values = values;
        this.problems = problems;
        levels.push(new Level(Mode.WORDS));
    }

    String expand() {
        while (at < text.length()) {
            String lost = quoted() ? inDoubleQuotes() : inWords();
            if (!lost.isEmpty()) {
                refuseTheRest(lost);
            }
        }
        return out.toString();
    }

    private boolean quoted() {
        return levels.element().mode == Mode.DOUBLE_QUOTES;
    }

    /** Reads one step; says what it cannot follow, or nothing. */
    private String inDoubleQuotes() {
        switch (text.charAt(at)) {
            case '"' -> {
                levels.pop();
                copy(1);
            }
            case '\\' -> {
                return backslash();
            }
            case '`' -> {
                return "a command in backticks";
            }
            case '$' -> {
                return dollar();
            }
            default -> copy(1);
        }
        wordStart = false;
        return "";
    }

    private String inWords() {
        char c = text.charAt(at);
        switch (c) {
            case '\\' -> {
                return backslash();
            }
            case '\'' -> singleQuotes();
            case '"' -> {
                levels.push(new Level(Mode.DOUBLE_QUOTES));
                copy(1);
            }
            case '`' -> {
                return "a command in backticks";
            }
            case '$' -> {
                return text.startsWith("$'", at) ? "the quotes `$'…'`" : dollar();
            }
            case '<', '(', ')', '#' -> {
                return operator(c);
            }
            default -> {
                return plain(c);
            }
        }
        wordStart = false;
        return "";
    }

    private String plain(char c) {
        Level level = levels.element();
        if (level.mode == Mode.SUBSTITUTION && wordStart && matches(CASE).lookingAt()) {
            return "a `case` inside `$(…)`";
        }
        copy(1);
        wordStart = " \t\n;&|>".indexOf(c) >= 0;
        return "";
    }

    private String operator(char c) {
        if (text.startsWith("<<", at)) {
            return "a here-document";
        }
        if (text.startsWith("((", at)) {
            return "an arithmetic command";
        }
        // After a mistake inside one, bash goes on with the next line: perhaps one of the value.
        if (c == '(' && at > 0 && text.charAt(at - 1) == '=') {
            return "an array";
        }
        if (c == '#') {
            copy(wordStart ? endOfLine() - at : 1);
            return "";
        }
        Level level = levels.element();
        level.depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        copy(1);
        wordStart = true;
        if (level.mode == Mode.SUBSTITUTION && level.depth == 0) {
            levels.pop();
            wordStart = false;
        }
        return "";
    }

    /** A backslash takes the next character with it; before a line's end it glues, which must not make a new operator of two halves. */
    private String backslash() {
        boolean glues = text.startsWith("\\\n", at);
        boolean halves = at > 0 && at + 2 < text.length() && glued(text.charAt(at - 1), text.charAt(at + 2));
        if (glues && halves) {
            return "a word continued on the next line";
        }
        copy(Math.min(2, text.length() - at));
        wordStart = wordStart && glues;
        return "";
    }

    private static boolean glued(char before, char after) {
        return "$<({".indexOf(before) >= 0 || !(Character.isWhitespace(before) || Character.isWhitespace(after));
    }

    private String dollar() {
        wordStart = false;
        Matcher reference = matches(References.REFERENCE);
        if (reference.lookingAt()) {
            String word = ShellWord.quote(values.apply(reference.group(1)));
            out.append(quoted() ? "\"" + word + "\"" : word);
            at = reference.end();
            return "";
        }
        if (text.startsWith("$((", at)) {
            return copyWhole(PLAIN_ARITHMETIC, "an arithmetic expansion");
        }
        if (text.startsWith("${", at)) {
            return copyWhole(PLAIN_PARAMETER, "an expansion `${…}` with quotes or expansions inside");
        }
        if (text.startsWith("$[", at)) {
            return "an arithmetic expansion";
        }
        if (text.startsWith("$(", at)) {
            levels.push(new Level(Mode.SUBSTITUTION));
            levels.element().depth = 1;
            wordStart = true;
            copy(2);
            return "";
        }
        // $$ and $# are parameters; their second character starts nothing.
        copy(text.startsWith("$$", at) || text.startsWith("$#", at) ? 2 : 1);
        return "";
    }

    private String copyWhole(Pattern pattern, String construct) {
        Matcher whole = matches(pattern);
        if (!whole.lookingAt() || References.REFERENCE.matcher(whole.group()).find()) {
            return construct;
        }
        copy(whole.end() - at);
        return "";
    }

    /** Between single quotes only references are special: such a value closes the quotes, brings its own, and opens them again. */
    private void singleQuotes() {
        int end = text.indexOf('\'', at + 1);
        String body = text.substring(at, end < 0 ? text.length() : end + 1);
        out.append(References.replaceAll(body, name -> "'" + ShellWord.quote(values.apply(name)) + "'"));
        at += body.length();
    }

    private void refuseTheRest(String construct) {
        Matcher reference = References.REFERENCE.matcher(text);
        for (int from = at; reference.find(from); from = reference.end()) {
            var unused = values.apply(reference.group(1)); // asked for, so that an undeclared name is reported here too
            problems.accept(new HookProblem.UnsafePlace(
                    where, reference.group(1), line(reference.start()), construct, line(at)));
        }
        copy(text.length() - at);
    }

    private int line(int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private Matcher matches(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private void copy(int length) {
        out.append(text, at, at + length);
        at += length;
    }
}
