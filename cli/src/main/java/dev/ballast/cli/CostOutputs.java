package dev.ballast.cli;

import dev.ballast.invoice.Invoice;
import dev.ballast.invoice.InvoiceJson;
import dev.ballast.invoice.InvoiceMarkdown;
import dev.ballast.invoice.InvoiceText;
import dev.ballast.page.CostPage;
import dev.ballast.report.ReportEnvelope;
import java.nio.file.Path;
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
     * @throws CannotRun for one that there is not
     */
    void check() {
        for (String output : outputs) {
            if (!FORMATS.contains(format(output))) {
                throw new CannotRun("`cost` knows the output formats %s, not `%s`"
                        .formatted(String.join(", ", FORMATS), format(output)));
            }
        }
    }

    /** Writes every form that was asked for. */
    void write(Invoice invoice, Console console) {
        for (String output : outputs) {
            String text = render(format(output), invoice);
            int equals = output.indexOf('=');
            if (equals < 0) {
                console.out().print(text);
            } else {
                SafeFiles.write(console.folder().resolve(Path.of(output.substring(equals + 1))), text);
            }
        }
    }

    private static String format(String output) {
        int equals = output.indexOf('=');
        return equals < 0 ? output : output.substring(0, equals);
    }

    private static String render(String format, Invoice invoice) {
        return switch (format) {
            case "json" -> ReportEnvelope.text(InvoiceJson.of(invoice));
            case "markdown" -> InvoiceMarkdown.of(invoice);
            case "html" -> CostPage.of(invoice.environments(), invoice.at());
            default -> InvoiceText.of(invoice);
        };
    }
}
