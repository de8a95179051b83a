package dev.ballast.cli;

import dev.ballast.price.PriceList;
import dev.ballast.price.PriceListJson;
import dev.ballast.price.PriceListText;
import dev.ballast.price.Prices;
import dev.ballast.report.ReportEnvelope;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ballast prices list}. */
@Command(
        name = "list",
        description =
                "Lists the prices that hold: those of --prices over those beside the policies over the built-in ones.",
        footerHeading = "%nExamples:%n",
        footer = {"  ballast prices list", "  ballast prices list policies/ --key 'aws/*' -o json"})
final class PricesListCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable PricesCommand parent;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files and folders with price books.")
    private List<Path> paths = List.of();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private PriceOptions prices = new PriceOptions();

    @Option(
            names = "--key",
            paramLabel = "GLOB",
            description = "Only prices with such a key; * is any text, ? any character.")
    private String key = "*";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text or json (default: text).")
    private String output = "text";

    @Override
    public Integer call() {
        Console console = Objects.requireNonNull(parent).console();
        boolean json = PriceFiles.isJson("prices list", output);
        Run run = PriceFiles.about(input.run(paths, console, Environments::allOr));
        if (run.hasErrors()) {
            PriceFiles.report(run, console);
            return Exit.FINDINGS;
        }
        Prices all = prices.prices(run.checked().fleet().set(), console);
        PriceList list = PriceList.of(all, run.at()).matching(key);
        console.out().print(json ? ReportEnvelope.text(PriceListJson.of(list)) : PriceListText.of(list));
        return Exit.OK;
    }
}
