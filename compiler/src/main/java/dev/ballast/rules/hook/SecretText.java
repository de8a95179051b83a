package dev.ballast.rules.hook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that hold a secret itself instead of a reference to one. What is found is named, never repeated. */
final class SecretText {
    /** A value that is neither a reference, nor a path, nor another option, nor a placeholder. */
    private static final String LITERAL = "(?![\"']?(?:[$/<`]|\\.\\.\\.|\\s|$))[\"']?[^\\s\"'&;|)]{3,}";

    private static final String NAME = "(?:password|passwd|passphrase|_pwd|secret|token|api_?key|access_?key)";

    /** The first group, where there is one, is what may be shown. */
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("(-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----)"),
            Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
            Pattern.compile("(?i)(?<![\\w$-])(\\w*" + NAME + "=)" + LITERAL),
            Pattern.compile("(?i)(?<![\\w-])((?!--?no-)--?[\\w-]*" + NAME + "[= ])" + "(?!-)" + LITERAL),
            Pattern.compile(
                    "(?<![\\w-])((?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|mariadb-admin)\\b[^|;&\\n]*\\s-p)"
                            + "(?!\\s)" + LITERAL),
            Pattern.compile("(?<![\\w-])(redis-cli\\b[^|;&\\n]*\\s-a )(?!-)" + LITERAL),
            Pattern.compile("(\\w+://[^\\s/:@$]+:)[^\\s/@$]{3,}@"));

    private static final Pattern PARAM = Pattern.compile("(?i)(.*[-_a-z])?" + NAME);

    private SecretText() {}

    /** What in a command or script looks like a secret. */
    static Optional<String> in(String text) {
        return PATTERNS.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(match -> match.group(1).strip() + "…")
                .findFirst();
    }

    /** What in the value of a parameter looks like one; the name says much. */
    static Optional<String> inParam(String name, String value) {
        return PARAM.matcher(name).matches() && !value.isBlank() && !value.matches("[$/].*")
                ? Optional.of(name + ": …")
                : in(value);
    }
}
