package dev.ballast.text;

/** One word of a POSIX shell. */
public final class ShellWord {
    private ShellWord() {}

    /**
     * The word that means exactly {@code value} where the shell expects a word: in single quotes, inside which nothing is special but
     * the quote itself (POSIX.1-2017, Shell Command Language, 2.2.2).
     *
     * @throws IllegalArgumentException if the value holds a NUL, which no argument of a process can
     */
    public static String quote(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a shell word cannot hold a NUL");
        }
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
