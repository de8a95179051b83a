package dev.ballast.reconcile;

import dev.ballast.cluster.ClusterView;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is wanted up to date. Changes that come together are compiled together, and compiling never takes more than about a third of the
 * time, so that a stream of changes to thousands of policies costs as much as a few.
 */
@SuppressWarnings("FutureReturnValueIgnored") // each task handles its own failures
final class Refresher implements Loop {
    /** How long to wait for changes that come together. */
    private static final Duration TOGETHER = Duration.ofMillis(50);

    /** Exceptions expire and prices grow old without anybody changing anything. */
    private static final Duration AT_LEAST = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);

    private final Supplier<ClusterView> view;
    private final Settings settings;
    private final Clock clock;
    private final Consumer<Set<String>> changed;
    private final ScheduledExecutorService executor = Loop.thread("compile");
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Desired desired = Desired.NOTHING;
    private volatile long next = System.nanoTime();

    /**
     * @param changed is told the names of policies of which anything is other than before
     */
    Refresher(Supplier<ClusterView> view, Settings settings, Clock clock, Consumer<Set<String>> changed) {
        this.view = view;
        this.settings = settings;
        this.clock = clock;
        this.changed = changed;
        executor.scheduleWithFixedDelay(this::ask, AT_LEAST.toMillis(), AT_LEAST.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is wanted, as of the last time it was compiled. */
    Desired desired() {
        return desired;
    }

    /** Something of what it is made of changed. */
    void ask() {
        if (asked.compareAndSet(false, true)) {
            long pause = Math.max(TOGETHER.toNanos(), next - System.nanoTime());
            executor.schedule(this::refresh, pause, TimeUnit.NANOSECONDS);
        }
    }

    private void refresh() {
        asked.set(false);
        if (!view.get().isSynced()) {
            return;
        }
        long begun = System.nanoTime();
        try {
            Desired now = Desired.of(
                    view.get().language(),
                    settings.namespace(),
                    settings.environment(),
                    view.get().namespaces(),
                    clock.instant());
            Set<String> others = Desired.changed(desired, now);
            desired = now;
            changed.accept(others);
        } catch (RuntimeException bug) {
            LOG.error("policies cannot be compiled", bug);
        }
        long ended = System.nanoTime();
        next = ended + 2 * (ended - begun);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
