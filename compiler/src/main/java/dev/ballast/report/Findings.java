package dev.ballast.report;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.source.Sources;
import java.util.List;

/**
 * All findings of one run, and the texts they point into. However they are handed in, they are kept each once and in the order of
 * {@link Sources#inOrder}.
 */
public record Findings(List<Diagnostic> diagnostics, Sources sources) {
    public Findings {
        diagnostics = sources.inOrder(diagnostics);
    }

    /** Where a finding stands. */
    Spot spot(Diagnostic diagnostic) {
        return Spot.of(diagnostic.place(), sources);
    }
}
