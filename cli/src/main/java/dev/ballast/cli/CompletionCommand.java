package dev.ballast.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ballast completion}. */
@Command(
        name = "completion",
        description = "Prints a completion script for a shell.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(ballast completion bash)",
            "  ballast completion zsh > \"$${fpath[1]}/_ballast\"",
            "  ballast completion fish > ~/.config/fish/completions/ballast.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private String shell = "";

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var commandLine = Ballast.commandLine(console);
        switch (shell) {
            // The script of picocli serves both; in zsh it loads bash's completion first.
            case "bash", "zsh" -> console.out().println(AutoComplete.bash("ballast", commandLine));
            case "fish" -> console.out().print(FishCompletion.of(commandLine));
            default -> throw new CannotRun("there is completion for bash, zsh and fish, not for `%s`".formatted(shell));
        }
        return Exit.OK;
    }
}
