package dev.ballast.reconcile;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Something that goes on by itself until it is closed. */
interface Loop extends AutoCloseable {
    /** A thread for one loop, which keeps no process alive. */
    static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(run -> {
            var thread = new Thread(run, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    void close();
}
