package dev.ballast.reconcile;

import dev.ballast.cluster.Applier;
import dev.ballast.cluster.ClusterView;
import dev.ballast.cluster.Election;
import dev.ballast.cluster.EventRecorder;
import dev.ballast.plan.EnvironmentPlan;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The running reconciler. */
public final class ReconcilerProcess implements AutoCloseable {
    private static final Duration END_WITHIN = Duration.ofSeconds(10);

    private final Work work;
    private final ClusterView view;
    private final List<Loop> loops;
    private final Telemetry telemetry;
    private final @Nullable Membership membership;

    private ReconcilerProcess(
            Work work, ClusterView view, List<Loop> loops, Telemetry telemetry, @Nullable Membership membership) {
        this.work = work;
        this.view = view;
        this.loops = List.copyOf(loops);
        this.telemetry = telemetry;
        this.membership = membership;
    }

    /** What one of several replicas has besides. */
    private record Membership(Election election, KubernetesClient writer) {}

    /**
     * Starts it, and answers at once. Where leaders are elected it reads, and begins to write when it leads. One that led and does so no
     * longer, because it could not say in time that it is still there, ends the whole virtual machine without further ado: another writes
     * by then.
     *
     * @param client for one cluster; the caller closes it afterwards
     */
    public static ReconcilerProcess start(KubernetesClient client, Settings settings, Clock clock) {
        return new Starting(client, settings, clock).start();
    }

    /** Whether everything that it works with was read, so that it could lead at once. */
    public boolean isReady() {
        return view.isSynced();
    }

    /** Whether it does its work: everything that was read is still watched. */
    public boolean isHealthy() {
        return work.isHealthy();
    }

    /** Writes what it tells Prometheus, in its text format. */
    public void metrics(Appendable out) throws IOException {
        telemetry.scrape(out);
    }

    /** Ends all writing before it gives up the lead. */
    @Override
    public void close() {
        work.end();
        loops.forEach(Loop::close);
        if (membership != null) {
            membership.election().close();
            membership.writer().close();
        }
        view.close();
    }

    private static final class Starting {
        private final KubernetesClient client;
        private final Settings settings;
        private final Clock clock;
        private volatile Nudges nudges = policy -> {};
        private final Telemetry telemetry = new Telemetry();
        private volatile Runnable retain = () -> {};
        private volatile Runnable shared = () -> {};
        private volatile Runnable recount = () -> {};
        private volatile Supplier<Desired> desired = () -> Desired.NOTHING;

        private interface Nudges {
            void nudge(String policy);
        }

        Starting(KubernetesClient client, Settings settings, Clock clock) {
            this.client = client;
            this.settings = settings;
            this.clock = clock;
        }

        ReconcilerProcess start() {
            // The view tells of changes before it is in hand here.
            var made = new CompletableFuture<ClusterView>();
            var refresher = new Refresher(made::join, settings, clock, changed -> {
                changed.forEach(name -> nudges.nudge(name));
                retain.run();
                shared.run();
                if (!changed.isEmpty()) {
                    recount.run();
                }
            });
            var view = ClusterView.start(client, settings.namespace(), new Changes(refresher));
            made.complete(view);
            refresher.ask();
            Membership membership = membership();
            KubernetesClient writer = membership == null ? client : membership.writer();
            var applier = new Applier(writer, settings.namespace(), Marks.MANAGER);
            var events = new EventRecorder(applier, settings.namespace(), Marks.MANAGER, clock);
            var objects = new Objects(view, applier, refresher::desired);
            var buckets = new BucketLoop(settings.inventory(), view, refresher::desired, clock, this::listed);
            var costs = new CostLoop(
                    view, refresher::desired, settings, clock, buckets::ledgers, name -> nudges.nudge(name));
            var pass = new PolicyPass(view, refresher, objects, new Guardian(applier), costs, events, telemetry, clock);
            var locations = new SharedLoop(new SharedPass(view, applier, buckets::of), view, refresher::desired, clock);
            retain = () -> telemetry.retain(refresher.desired().policies().keySet());
            shared = locations::ask;
            desired = refresher::desired;
            recount = costs::ask;
            var policies = new PolicyReconciler(pass, telemetry, settings.namespace());
            var operator = new Operator(configuration -> configure(configuration, writer));
            operator.register(
                    policies,
                    configuration -> configuration
                            .settingNamespace(settings.namespace())
                            .withName("backuppolicies")
                            .withFieldManager(Marks.MANAGER)
                            .withItemStore(new LeanPolicies())
                            .withRetry(new JitteredRetry(new SecureRandom())));
            nudges = policies::nudge;
            var work = new Work(operator, locations, buckets);
            if (membership == null) {
                work.lead();
            } else {
                membership.election().join(work);
            }
            return new ReconcilerProcess(work, view, List.of(costs, refresher), telemetry, membership);
        }

        private void listed(Map<String, Shelf> shelves) {
            EnvironmentPlan environment = desired.get().environment();
            if (environment != null) {
                telemetry.listed(environment, shelves);
            }
            shared.run();
            recount.run();
        }

        private void configure(ConfigurationServiceOverrider configuration, KubernetesClient writer) {
            configuration
                    .withKubernetesClient(writer)
                    .withCloseClientOnStop(false)
                    .checkingCRDAndValidateLocalModel(false)
                    .withConcurrentReconciliationThreads(settings.threads())
                    .withReconciliationTerminationTimeout(END_WITHIN);
        }

        private @Nullable Membership membership() {
            String identity = settings.identity();
            if (identity == null) {
                return null;
            }
            var terms = new Election.Terms(settings.namespace(), Settings.LEASE, identity, settings.lease());
            var election = new Election(client.getConfiguration(), terms, clock);
            return new Membership(election, election.writer(client.getConfiguration()));
        }

        private final class Changes implements ClusterView.Listener {
            private final Refresher refresher;

            Changes(Refresher refresher) {
                this.refresher = refresher;
            }

            @Override
            public void policy(String name) {
                nudges.nudge(name);
            }

            @Override
            public void location(String name) {
                shared.run();
                refresher.desired().policies().forEach((policy, wanted) -> {
                    if (wanted.usesStore(name)) {
                        nudges.nudge(policy);
                    }
                });
            }

            @Override
            public void language() {
                refresher.ask();
            }
        }
    }
}
