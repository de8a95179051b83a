package dev.ballast.cli;

import dev.ballast.price.PriceDiff;
import dev.ballast.price.PriceDiffJson;
import dev.ballast.price.PriceDiffText;
import dev.ballast.report.ReportEnvelope;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ballast prices diff}. */
@Command(
        name = "diff",
        description = "Says which prices differ between two books; exit code 1 when any does.",
        footerHeading = "%nExamples:%n",
        footer = {"  ballast prices diff builtin prices.yaml", "  ballast prices diff old.yaml new.yaml -o json"})
final class PricesDiffCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable PricesCommand parent;

    @Parameters(index = "0", paramLabel = "A", description = "A file or folder with price books, or builtin.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "B", description = "The one to compare with.")
    private String after = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text or json (default: text).")
    private String output = "text";

    @Override
    public Integer call() {
        Console console = Objects.requireNonNull(parent).console();
        boolean json = PriceFiles.isJson("prices diff", output);
        PriceDiff diff =
                PriceDiff.between(PriceFiles.readOrBuiltIn(before, console), PriceFiles.readOrBuiltIn(after, console));
        console.out()
                .print(
                        json
                                ? ReportEnvelope.text(
                                        PriceDiffJson.of(diff, console.clock().instant()))
                                : PriceDiffText.of(diff));
        return diff.changes().isEmpty() ? Exit.OK : Exit.FINDINGS;
    }
}
