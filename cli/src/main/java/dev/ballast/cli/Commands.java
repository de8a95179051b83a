package dev.ballast.cli;

import java.util.List;
import picocli.CommandLine;

/** Every command, in the order in which help lists them. */
final class Commands {
    private Commands() {}

    static List<Object> of(Console console) {
        return List.of(
                new InitCommand(console),
                new ValidateCommand(console),
                new FmtCommand(console),
                new CompileCommand(console),
                new ExplainCommand(console),
                new ForecastCommand(console),
                new CostCommand(console),
                new PlanCommand(console),
                new TestCommand(console),
                new CompareCommand(console),
                new DiffCommand(console),
                new DriftCommand(console),
                new ReconcileCommand(console),
                new PricesCommand(console),
                new SchemaCommand(console),
                new CrdsCommand(console),
                new DashboardCommand(console),
                new RbacCommand(console),
                new ArgoCdCommand(console),
                new CompletionCommand(console),
                new VersionCommand(console),
                new CommandLine.HelpCommand());
    }
}
