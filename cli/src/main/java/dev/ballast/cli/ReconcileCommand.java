package dev.ballast.cli;

import dev.ballast.cluster.Connection;
import dev.ballast.cluster.Unreachable;
import dev.ballast.drift.CostDrift;
import dev.ballast.reconcile.Inventory;
import dev.ballast.reconcile.Replica;
import dev.ballast.reconcile.Settings;
import dev.ballast.s3.BucketReader;
import dev.ballast.s3.Limits;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ballast reconcile}. */
@Command(
        name = "reconcile",
        description = "Keeps a cluster equal to the policies in it, and says in their status how far it is off. "
                + "Runs until it is ended; meant for a Deployment in Velero's namespace.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast reconcile                                   # as in a Pod, for the namespace velero",
            "  ballast reconcile --environment prod --leader-election",
            "  ballast reconcile --inventory-every 6h --bucket-credentials /credentials/cloud",
            "  ballast reconcile --context kind-test --namespace backup"
        })
final class ReconcileCommand implements Callable<Integer> {
    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    private final Console console;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "The namespace to watch: Velero's (default: ${DEFAULT-VALUE}).",
            defaultValue = "velero")
    private String namespace = "velero";

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "Which Environment this cluster is (default: the only one there is).")
    private @Nullable String environment;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "How to reach the cluster (default: as the Pod " + "it runs in, else as kubectl finds it).")
    private @Nullable Path kubeconfig;

    @Option(names = "--context", paramLabel = "NAME", description = "Of the kubeconfig (default: its current one).")
    private @Nullable String context;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where to answer /healthz, /readyz and /metrics (default: ${DEFAULT-VALUE}).",
            defaultValue = "8080")
    private int port = 8080;

    @Option(names = "--leader-election", description = "Run beside others, of which one works at a time.")
    private boolean election;

    @Option(
            names = "--identity",
            paramLabel = "NAME",
            description = "Name of this one in the election (default: the name of the host).")
    private @Nullable String identity;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Policies to see to at once (default: ${DEFAULT-VALUE}).",
            defaultValue = "4")
    private int threads = 4;

    @Option(
            names = "--cost-every",
            paramLabel = "SECONDS",
            description = "How often to count costs (default: ${DEFAULT-VALUE}).",
            defaultValue = "300")
    private int costSeconds = 300;

    @Option(
            names = "--cost-drift-amount",
            paramLabel = "MONEY",
            description = "Tell drift of cost from this much a month on (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private BigDecimal amount = BigDecimal.ONE;

    @Option(
            names = "--cost-drift-percent",
            paramLabel = "N",
            description = "And from this part of what is expected on (default: ${DEFAULT-VALUE}).",
            defaultValue = "10")
    private BigDecimal percent = BigDecimal.TEN;

    @Option(
            names = "--inventory-every",
            paramLabel = "TIME",
            description = "List the buckets of all stores that speak S3 so often, for example 6h, and count what is "
                    + "in them (default: never; nothing is asked of a bucket).",
            converter = DurationConverter.class)
    private @Nullable Duration inventoryEvery;

    @Mixin
    private BucketCredentials credentials = new BucketCredentials();

    ReconcileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Connection connection = Connection.open(kubeconfig == null ? null : kubeconfig.toFile(), context)) {
            var replica = new Replica(connection, settings(), address(), console.clock());
            // The virtual machine ends when its hooks have: so it waits for what was begun.
            Thread main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(replica, main), "end"));
            console.say("watching the namespace `%s`".formatted(namespace));
            replica.run();
            return Exit.OK;
        } catch (Unreachable e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CannotRun("port %d cannot be had: %s".formatted(port, Reasons.of(e)), e);
        }
    }

    private static void end(Replica replica, Thread main) {
        replica.stop();
        try {
            main.join(Duration.ofSeconds(15).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private InetSocketAddress address() {
        if (port < 0 || port > 65_535) {
            throw new CannotRun("`--port` is from 0 to 65535");
        }
        return new InetSocketAddress(port);
    }

    private Settings settings() {
        if (threads < 1 || costSeconds < 1 || amount.signum() < 0 || percent.signum() < 0) {
            throw new CannotRun("`--threads` and `--cost-every` are from 1, thresholds from 0");
        }
        return new Settings(
                namespace,
                environment,
                election ? name() : null,
                Duration.ofSeconds(15),
                threads,
                Duration.ofSeconds(costSeconds),
                new CostDrift.Thresholds(amount, percent.multiply(PERCENT)),
                inventory());
    }

    private @Nullable Inventory inventory() {
        if (inventoryEvery == null) {
            if (credentials.isNamed()) {
                throw new CannotRun(
                        "`--bucket-credentials` says who lists buckets, and nobody does without `--inventory-every`");
            }
            return null;
        }
        return new Inventory(
                new BucketReader(credentials.of(console), Limits.DEFAULT, console.clock()), inventoryEvery);
    }

    private String name() {
        if (identity != null) {
            return identity;
        }
        String host = System.getenv("HOSTNAME");
        if (host == null || host.isEmpty()) {
            throw new CannotRun("this host has no name in `HOSTNAME`, so the election needs `--identity`");
        }
        return host;
    }
}
