package dev.ballast.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.Lock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A lock that remembers until when it is surely held. Others wait for the whole duration of a lease, counted from the time that was written into
 * it; the holder trusts in it for less, since their clocks need not agree and a request may have been under way for a while.
 */
final class Tenure implements Lock {
    private final Lock lock;
    private final InstantSource clock;
    private final Duration trusted;
    private volatile Instant until = Instant.MIN;

    Tenure(Lock lock, Duration lease, InstantSource clock) {
        this.lock = lock;
        this.clock = clock;
        this.trusted = trusted(lease);
    }

    /** For how long of a lease its holder counts on it: four fifths. */
    static Duration trusted(Duration lease) {
        return lease.multipliedBy(4).dividedBy(5);
    }

    /** Whether nobody else can hold it by now. */
    boolean isHeld() {
        return clock.instant().isBefore(until);
    }

    @Override
    public LeaderElectionRecord get(KubernetesClient client) {
        try {
            return lock.get(client);
        } catch (NullPointerException incomplete) {
            // To the elector any other failure means to stand for election no more, ever.
            throw new KubernetesClientException("somebody left fields out of the Lease", incomplete);
        }
    }

    @Override
    public void create(KubernetesClient client, LeaderElectionRecord wish) {
        lock.create(client, wish);
        hold(wish);
    }

    @Override
    public void update(KubernetesClient client, LeaderElectionRecord wish) {
        if (!identity().equals(wish.getHolderIdentity())) {
            // It is given up: from before the others can know.
            until = Instant.MIN;
        }
        lock.update(client, wish);
        hold(wish);
    }

    private void hold(LeaderElectionRecord written) {
        if (identity().equals(written.getHolderIdentity())) {
            until = written.getRenewTime().toInstant().plus(trusted);
        }
    }

    @Override
    public String identity() {
        return lock.identity();
    }

    @Override
    public String describe() {
        return lock.describe();
    }
}
