package dev.ballast.report;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The ValidationReport, as {@code v1/validation-report.schema.json} describes it. */
final class JsonReport {
    private JsonReport() {}

    static ObjectNode of(Validation validation) {
        ObjectNode report = ReportEnvelope.head("ValidationReport", validation.environment(), validation.at());
        Summary summary = validation.summary();
        report.putObject("summary")
                .put("files", summary.files())
                .put("documents", summary.documents())
                .put("policies", summary.policies())
                .put("passedOver", summary.passedOver())
                .put("errors", summary.errors())
                .put("warnings", summary.warnings())
                .put("notes", summary.notes())
                .put("suppressed", summary.suppressed());
        report.set("diagnostics", ReportEnvelope.diagnostics(validation.findings()));
        return report;
    }
}
