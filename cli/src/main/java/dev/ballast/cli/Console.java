package dev.ballast.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The world around one run of the command line.
 *
 * @param colourOut whether colours are welcome on standard output
 * @param colourErr whether colours are welcome on standard error
 * @param folder against which relative output paths are taken
 */
record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean colourOut,
        boolean colourErr,
        Clock clock,
        Path folder) {
    void say(String line) {
        err.println(line);
    }
}
