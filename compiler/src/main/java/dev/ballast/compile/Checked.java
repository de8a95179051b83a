package dev.ballast.compile;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.Fleet;
import java.util.List;

/**
 * What came of some documents.
 *
 * @param fleet the plans; may be emitted only when there is no error
 * @param suppressed how many findings exceptions let pass
 */
public record Checked(Fleet fleet, List<Diagnostic> diagnostics, int suppressed) {
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }
}
