package dev.ballast.cli;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.manifest.YamlWriter;
import dev.ballast.price.Prices;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast drift}. */
@Command(
        name = "drift",
        description = "Says how far a cluster is off: objects that are not as policies ask for, backups that are not "
                + "there as promised, storage that costs more or less than it should, each with its cause, "
                + "since when, and what to do. Nothing is written to the cluster.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast drift",
            "  ballast drift policies/ --environment prod --context prod",
            "  ballast drift policies/ -e prod -o json=drift.json -o markdown=drift.md",
            "  ballast drift policies/ -e prod --list-buckets --bucket-credentials credentials",
            "  ballast drift policies/ -e prod --from exported/"
        })
final class DriftCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and folders with all policies of the cluster; - is standard input "
                    + "(default: those in the cluster).")
    private List<Path> paths = List.of();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Where the cluster's own policies are, when no PATH is given (default: velero).")
    private @Nullable String namespace;

    @Mixin
    private ListedBuckets buckets = new ListedBuckets();

    @Mixin
    private PriceOptions prices = new PriceOptions();

    @Option(
            names = "--accepted-prices",
            paramLabel = "FILE",
            description = "The prices that were reckoned with when the policies were accepted, where others hold now.")
    private @Nullable Path accepted;

    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description = "Write measured sizes and changes here, for 'ballast cost --calibration' and 'ballast plan "
                    + "--calibration'.")
    private @Nullable Path calibration;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description = "text, json or markdown (default: text); with a file, written there. May be repeated.")
    private List<String> outputs = List.of("text");

    DriftCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Outputs.read(outputs, DriftOutputs.FORMATS);
        try (ClusterSource source = cluster.open()) {
            Run run = ClusterRun.read(paths, input, source, namespace, console);
            int exit = InvalidPolicies.report(run, console);
            if (exit != Exit.OK) {
                return exit;
            }
            var drifting = new Drifting(run, source);
            Map<String, BucketLedger> ledgers = buckets.read(drifting.environment(), drifting.observed(), console);
            if (calibration != null) {
                SafeFiles.write(
                        console.folder().resolve(calibration),
                        YamlWriter.document(drifting.calibration(prices(run), ledgers)));
            }
            return DriftOutputs.write(
                    drifting.report(cluster.managers(), prices(run), accepted(run), ledgers), run, outputs, console);
        }
    }

    private Prices prices(Run run) {
        return prices.prices(run.checked().fleet().set(), console);
    }

    private Prices accepted(Run run) {
        return accepted == null
                ? prices(run)
                : Prices.of(
                        PriceFiles.read(accepted, console),
                        run.checked().fleet().set().priceBooks());
    }
}
