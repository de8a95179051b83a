package dev.ballast.cli;

import dev.ballast.compile.Checked;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.report.Findings;
import dev.ballast.report.Summary;
import dev.ballast.report.Validation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read and what was found, at one instant. */
record Run(Inputs inputs, Checked checked, @Nullable String environment, Instant at) {
    List<Diagnostic> diagnostics() {
        var all = new ArrayList<Diagnostic>(inputs.findings());
        all.addAll(checked.diagnostics());
        return all;
    }

    boolean hasErrors() {
        return worstAtLeast(Severity.ERROR);
    }

    boolean worstAtLeast(Severity threshold) {
        return diagnostics().stream().anyMatch(d -> d.severity().atLeast(threshold));
    }

    /** The exit code for what was found. */
    int exit(Severity failOn) {
        if (inputs.unreadable()) {
            return Exit.CANNOT_RUN;
        }
        return worstAtLeast(failOn) ? Exit.FINDINGS : Exit.OK;
    }

    Validation validation() {
        var findings = new Findings(diagnostics(), inputs.sources());
        var summary = Summary.of(
                inputs.files().size(),
                inputs.ours().size(),
                checked.fleet().set().names("BackupPolicy").size(),
                inputs.passedOver(),
                checked.suppressed(),
                findings.diagnostics());
        return new Validation(findings, summary, inputs.files(), environment, at);
    }
}
