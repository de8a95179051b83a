package dev.ballast.report;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import java.util.List;

/**
 * What a run read and found, as counts; none is negative.
 *
 * @param files inputs read
 * @param documents documents of Ballast's own kinds
 * @param policies BackupPolicies among them
 * @param passedOver documents of other kinds
 * @param suppressed findings that a PolicyException lets pass; counted nowhere else
 */
public record Summary(
        int files, int documents, int policies, int passedOver, int errors, int warnings, int notes, int suppressed) {
    public Summary {
        for (int count : new int[] {files, documents, policies, passedOver, errors, warnings, notes, suppressed}) {
            if (count < 0) {
                throw new IllegalArgumentException("a negative count: " + count);
            }
        }
    }

    /** Counts the findings by severity. */
    public static Summary of(
            int files, int documents, int policies, int passedOver, int suppressed, List<Diagnostic> diagnostics) {
        return new Summary(
                files,
                documents,
                policies,
                passedOver,
                count(diagnostics, Severity.ERROR),
                count(diagnostics, Severity.WARNING),
                count(diagnostics, Severity.NOTE),
                suppressed);
    }

    private static int count(List<Diagnostic> diagnostics, Severity severity) {
        return (int) diagnostics.stream().filter(d -> d.severity() == severity).count();
    }
}
