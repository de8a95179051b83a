package dev.ballast.cli;

import dev.ballast.invoice.Invoice;
import dev.ballast.invoice.InvoiceJson;
import dev.ballast.invoice.InvoiceMarkdown;
import dev.ballast.invoice.InvoiceText;
import dev.ballast.page.CostPage;
import dev.ballast.report.ReportEnvelope;
import java.util.List;
import picocli.CommandLine.Option;

/** Where costs go, and in which forms. */
final class CostOutputs {
    private static final List<String> FORMATS = List.of("text", "json", "markdown", "html");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description = "How it is shown: text, json, markdown or html; with a file, written there. May be repeated.")
    private List<String> outputs = List.of("text");

    /**
     * Looks at the formats before any work is done.
     *
     * @throws CannotRun for one that there is not, or for two in one place
     */
    void check() {
        Outputs.read(outputs, FORMATS);
    }

    /** Writes every form that was asked for. */
    void write(Invoice invoice, Console console) {
        Outputs.write(Outputs.read(outputs, FORMATS), output -> render(output.form(), invoice), console);
    }

    private static String render(String format, Invoice invoice) {
        return switch (format) {
            case "json" -> ReportEnvelope.text(InvoiceJson.of(invoice));
            case "markdown" -> InvoiceMarkdown.of(invoice);
            case "html" -> CostPage.of(invoice.environments(), invoice.budgets(), invoice.at());
            default -> InvoiceText.of(invoice);
        };
    }
}
