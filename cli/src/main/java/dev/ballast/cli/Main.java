package dev.ballast.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Starts the command line. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // The same input gives the same bytes: some locales have digits of their own.
        Locale.setDefault(Locale.ROOT);
        Logging.choose(args);
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var console = new Console(System.in, out, err, colours("out"), colours("err"), Clock.systemUTC(), Path.of(""));
        int exit = Ballast.run(args, console);
        out.flush();
        System.exit(exit);
    }

    /** Whether colours are welcome on a stream. The launcher says which streams are terminals: before JDK 22 a process cannot ask. */
    private static boolean colours(String stream) {
        List<String> terminals =
                List.of(System.getProperty("ballast.terminals", "").split(","));
        return terminals.contains(stream) && System.getenv("NO_COLOR") == null;
    }
}
