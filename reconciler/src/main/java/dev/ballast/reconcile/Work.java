package dev.ballast.reconcile;

import dev.ballast.cluster.Election;
import io.javaoperatorsdk.operator.Operator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What only one of several replicas does. It begins once, and ends for good. */
final class Work implements Election.Candidate {
    /** Exit code of one that lost the lead. */
    private static final int LOST = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    private final Operator policies;
    private final SharedLoop locations;
    private final BucketLoop buckets;
    private volatile boolean begun;
    private boolean ended;

    Work(Operator policies, SharedLoop locations, BucketLoop buckets) {
        this.policies = policies;
        this.locations = locations;
        this.buckets = buckets;
    }

    @Override
    public synchronized void lead() {
        if (!ended) {
            policies.start();
            begun = true;
            locations.lead(true);
            buckets.lead();
        }
    }

    /** Whatever is under way could still write, and another may do so from now on. */
    @Override
    public void lost() {
        LOG.error("this replica leads no longer: it ends at once");
        Runtime.getRuntime().halt(LOST);
    }

    /** Whether everything that was read is still watched, if there is anything to do at all. */
    boolean isHealthy() {
        return !begun || policies.getRuntimeInfo().allEventSourcesAreHealthy();
    }

    /** Waits for what was begun. */
    synchronized void end() {
        ended = true;
        locations.close();
        buckets.close();
        policies.stop();
    }
}
