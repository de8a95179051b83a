package dev.ballast.cli;

import dev.ballast.diagnostic.Severity;
import dev.ballast.report.ReportFormat;
import dev.ballast.report.ReportOptions;
import java.util.Map;

/** What commands do that need valid policies and are not about findings. */
final class InvalidPolicies {
    private InvalidPolicies() {}

    /** Shows what was found when that makes the policies invalid, and gives the exit code; {@link Exit#OK} to go on. */
    static int report(Run run, Console console) {
        int exit = run.exit(Severity.ERROR);
        if (exit != Exit.OK) {
            var options = new ReportOptions(console.colourErr(), Severity.ERROR, Version.TEXT, Map.of(), null);
            console.err().print(ReportFormat.TEXT.render(run.validation(), options));
        }
        return exit;
    }
}
