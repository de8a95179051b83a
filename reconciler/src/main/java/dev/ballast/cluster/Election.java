package dev.ballast.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElector;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of one replica in agreeing on who writes, by a Lease. It has a client of its own that gives up soon and tries nothing again, so that a
 * server that does not answer, or slow writes, keep it neither from renewing in time nor from noticing that it did not.
 */
public final class Election implements AutoCloseable {
    /** So often in a lease it is renewed. */
    private static final int TRIES = 6;

    /** A request about it is given up after this part of it, so that there is time for another before it is over. */
    private static final int REQUESTS = 3;

    /** So often in a lease it is looked whether it is over. */
    private static final int LOOKS = 60;

    private static final Logger LOG = LoggerFactory.getLogger(Election.class);

    private final Terms terms;
    private final KubernetesClient client;
    private final Tenure tenure;
    private final AtomicBoolean leading = new AtomicBoolean();
    private final ExecutorService tries = Executors.newSingleThreadExecutor(threads("election"));
    private final ExecutorService work = Executors.newSingleThreadExecutor(threads("leading"));
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(threads("lease"));
    private volatile @Nullable Candidate candidate;
    private volatile @Nullable Future<?> candidacy;

    /**
     * Nothing is done yet.
     *
     * @param config how to reach the cluster
     */
    public Election(Config config, Terms terms, InstantSource clock) {
        this.terms = terms;
        this.client = new KubernetesClientBuilder()
                .withConfig(impatient(config, terms.lease()))
                .build();
        this.tenure =
                new Tenure(new LeaseLock(terms.namespace(), terms.name(), terms.identity()), terms.lease(), clock);
    }

    /**
     * What replicas agree on.
     *
     * @param name of the Lease
     * @param identity of this replica
     * @param lease how long one that is gone is waited for
     */
    public record Terms(String namespace, String name, String identity, Duration lease) {}

    /** Who stands for election. */
    public interface Candidate {
        /** Has the lead; on a thread of its own. */
        void lead();

        /** Has it no longer, against its will, or could do nothing with it; nothing may be written any more when this returns. */
        void lost();
    }

    private static Config impatient(Config config, Duration lease) {
        int patience = (int) lease.dividedBy(REQUESTS).toMillis();
        return new ConfigBuilder(config)
                .withConnectionTimeout(patience)
                .withRequestTimeout(patience)
                .withRequestRetryBackoffLimit(0)
                // With HTTP/2 a connection on which nothing comes any longer would be used for the next request too.
                .withHttp2Disable(true)
                .build();
    }

    /** Takes part, until closed. */
    @SuppressWarnings("FutureReturnValueIgnored") // ends with its thread
    public void join(Candidate stands) {
        candidate = stands;
        Duration between = terms.lease().dividedBy(TRIES);
        var callbacks = new LeaderCallbacks(this::lead, this::end, Election::tell);
        var config = new LeaderElectionConfig(
                tenure, terms.lease(), Tenure.trusted(terms.lease()), between, callbacks, true, terms.name());
        candidacy = new LeaderElector(client, config, tries).start();
        long every = terms.lease().dividedBy(LOOKS).toMillis();
        watch.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    /**
     * A client that writes only while this replica leads: it is looked before every single request, one that is tried again too. The caller
     * closes it.
     */
    public KubernetesClient writer(Config config) {
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientBuilderConsumer(
                        http -> http.addOrReplaceInterceptor("fence", new Fence(tenure::isHeld, this::end)))
                .build();
    }

    private static void tell(@Nullable String leader) {
        LOG.info("{} leads", leader == null || leader.isEmpty() ? "nobody" : leader);
    }

    private void lead() {
        leading.set(true);
        work.execute(() -> {
            try {
                stands().lead();
            } catch (RuntimeException failure) {
                LOG.error("this replica leads and cannot begin to work", failure);
                end();
            }
        });
    }

    private void look() {
        if (!tenure.isHeld()) {
            end();
        }
    }

    private void end() {
        if (leading.compareAndSet(true, false)) {
            stands().lost();
        }
    }

    private Candidate stands() {
        Candidate known = candidate;
        if (known == null) {
            throw new IllegalStateException("nobody stands");
        }
        return known;
    }

    /** Gives up the lead, so that another can have it at once; everything must have been written. */
    @Override
    public void close() {
        leading.set(false);
        Future<?> known = candidacy;
        if (known != null) {
            known.cancel(true);
        }
        watch.shutdownNow();
        tries.shutdownNow();
        work.shutdownNow();
        client.close();
    }

    private static ThreadFactory threads(String name) {
        return run -> {
            var thread = new Thread(run, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
