package dev.ballast.cli;

import dev.ballast.policy.PolicySet;
import dev.ballast.policy.PriceBook;
import dev.ballast.price.Prices;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Price books that are named for one run only. */
final class PriceOptions {
    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description =
                    "A PriceBook that wins over those beside the policies and the built-in one. May be repeated; the first wins.")
    private List<Path> files = List.of();

    /**
     * All prices that hold for some policies.
     *
     * @throws CannotRun when a file holds no price book, or one that is not right; its findings were shown
     */
    Prices prices(PolicySet set, Console console) {
        List<PriceBook> user = files.stream()
                .flatMap(file -> PriceFiles.read(file, console).stream())
                .toList();
        return Prices.of(user, set.priceBooks());
    }
}
