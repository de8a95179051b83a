package dev.ballast.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What came of a command line.
 *
 * @param exit exit code
 * @param out all of standard output
 * @param err all of standard error
 */
record Typed(int exit, String out, String err) {
    /** The instant that tests take for now. */
    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    /** Runs a command in a folder. */
    static Typed in(Path folder, Object... words) {
        return with("", folder, words);
    }

    /** Runs a command with a text on standard input. */
    static Typed with(String input, Path folder, Object... words) {
        return with(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), folder, words);
    }

    static Typed with(InputStream input, Path folder, Object... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var args = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            args[i] = words[i].toString();
        }
        int exit = Ballast.run(args, console(input, out, err, folder));
        return new Typed(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A console that hears nothing and whose words are lost. */
    static Console console(Path folder) {
        return console(InputStream.nullInputStream(), new ByteArrayOutputStream(), new ByteArrayOutputStream(), folder);
    }

    private static Console console(InputStream in, ByteArrayOutputStream out, ByteArrayOutputStream err, Path folder) {
        return new Console(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                Clock.fixed(NOW, ZoneOffset.UTC),
                folder);
    }
}
