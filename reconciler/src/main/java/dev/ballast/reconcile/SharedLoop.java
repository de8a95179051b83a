package dev.ballast.reconcile;

import dev.ballast.cluster.ClusterView;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to locations whenever something about them changed, and now and then; only while this replica leads. */
@SuppressWarnings("FutureReturnValueIgnored") // each task handles its own failures
final class SharedLoop implements Loop {
    private static final Duration TOGETHER = Duration.ofMillis(50);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration AT_LEAST = Duration.ofMinutes(1);
    private static final Duration END_WITHIN = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(SharedLoop.class);

    private final SharedPass pass;
    private final ClusterView view;
    private final Supplier<Desired> desired;
    private final Clock clock;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean leading;
    private final ScheduledExecutorService executor = Loop.thread("locations");

    SharedLoop(SharedPass pass, ClusterView view, Supplier<Desired> desired, Clock clock) {
        this.pass = pass;
        this.view = view;
        this.desired = desired;
        this.clock = clock;
        executor.scheduleWithFixedDelay(this::ask, AT_LEAST.toMillis(), AT_LEAST.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on, or no longer. */
    void lead(boolean leads) {
        leading = leads;
        ask();
    }

    /** Something changed. */
    void ask() {
        if (asked.compareAndSet(false, true)) {
            executor.schedule(this::look, TOGETHER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        asked.set(false);
        if (!leading || !view.isSynced() || !view.knowsVelero() || desired.get().isNothing()) {
            return;
        }
        try {
            Map<String, Outcome> outcomes = view.hasVelero() ? pass.run(desired.get(), clock.instant()) : Map.of();
            pass.report(desired.get(), outcomes, clock.instant());
        } catch (RuntimeException failure) {
            LOG.warn("locations cannot be seen to at the moment: {}", Failures.text(failure));
            executor.schedule(this::ask, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Waits for what was begun, so that nothing is written afterwards. */
    @Override
    public void close() {
        leading = false;
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("locations are still being seen to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
