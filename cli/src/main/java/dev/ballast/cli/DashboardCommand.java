package dev.ballast.cli;

import dev.ballast.dashboard.Dashboard;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ballast dashboard}. */
@Command(
        name = "dashboard",
        description = "Prints the Grafana dashboard of all policies, as JSON. It needs the series of the reconciler.",
        footerHeading = "%nExamples:%n",
        footer = "  ballast dashboard > ballast.json")
final class DashboardCommand implements Callable<Integer> {
    private final Console console;

    DashboardCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(Dashboard.ofPolicies().json());
        return Exit.OK;
    }
}
