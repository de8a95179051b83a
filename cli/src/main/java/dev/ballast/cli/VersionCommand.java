package dev.ballast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ballast version}. */
@Command(name = "version", description = "Says which Ballast this is, and for which Velero it writes.")
final class VersionCommand implements Callable<Integer> {
    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        for (String line : new Version().getVersion()) {
            console.out().println(line);
        }
        return Exit.OK;
    }
}
