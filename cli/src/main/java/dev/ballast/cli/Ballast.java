package dev.ballast.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The root command. */
@Command(
        name = "ballast",
        description = "Backup policies in Git, compiled to Velero manifests.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, nothing found",
            "1:findings, an invalid policy, or differences",
            "2:could not run: usage, or unreadable input",
            "3:plan: blocked by a limit or a budget",
            "4:plan --exit-code: there are changes",
            "70:a bug of Ballast's"
        })
final class Ballast implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** Runs one command line and returns its exit code; never throws. */
    static int run(String[] args, Console console) {
        var commandLine = commandLine(console);
        commandLine.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        return commandLine.execute(args);
    }

    static CommandLine commandLine(Console console) {
        var commandLine = new CommandLine(new Ballast());
        Commands.of(console).forEach(commandLine::addSubcommand);
        commandLine.getSubcommands().values().forEach(Ballast::addHelp);
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> failed(e, console));
        commandLine.setParameterExceptionHandler((e, arguments) -> usage(e, console));
        return commandLine;
    }

    private static void addHelp(CommandLine command) {
        if (!(command.getCommand() instanceof CommandLine.HelpCommand)) {
            command.getCommandSpec()
                    .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show this help message and exit.")
                            .build());
        }
        command.getSubcommands().values().forEach(Ballast::addHelp);
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "a command is missing");
        }
    }

    private static int usage(ParameterException e, Console console) {
        console.say("ballast: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(
                e, new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        console.say(
                "Try `%s --help`.".formatted(e.getCommandLine().getCommandSpec().qualifiedName()));
        return Exit.CANNOT_RUN;
    }

    private static int failed(Exception e, Console console) {
        if (e instanceof CannotRun) {
            console.say("ballast: " + e.getMessage());
            return Exit.CANNOT_RUN;
        }
        console.say("ballast: this is a bug: %s; details: %s".formatted(e, details(e)));
        return Exit.BUG;
    }

    /** The file that holds the stack trace; the trace itself only where no file can be written. */
    private static String details(Exception e) {
        var trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        try {
            Path file = Files.createTempFile("ballast-bug-", ".txt");
            Files.writeString(file, "ballast " + Version.TEXT + "\n" + trace);
            return file.toString();
        } catch (IOException noFile) {
            return trace.toString();
        }
    }
}
