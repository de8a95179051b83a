package dev.ballast.reconcile;

import dev.ballast.cluster.Connection;
import dev.ballast.http.Endpoints;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** One reconciler from its start to the signal that ends it, with the answers that probes and Prometheus ask it for. */
public final class Replica {
    private final CountDownLatch end = new CountDownLatch(1);
    private final Connection connection;
    private final Settings settings;
    private final InetSocketAddress address;
    private final Clock clock;

    /**
     * @param address for {@code /healthz}, {@code /readyz} and {@code /metrics}
     */
    public Replica(Connection connection, Settings settings, InetSocketAddress address, Clock clock) {
        this.connection = connection;
        this.settings = settings;
        this.address = address;
        this.clock = clock;
    }

    /**
     * Runs until {@link #stop}; what was begun is finished first.
     *
     * @throws IOException when the address cannot be had
     */
    public void run() throws IOException, InterruptedException {
        ReconcilerProcess process = ReconcilerProcess.start(connection.client(), settings, clock);
        try {
            Endpoints endpoints = Endpoints.start(address, process::isHealthy, process::isReady, process::metrics);
            try {
                end.await();
            } finally {
                endpoints.close();
            }
        } finally {
            process.close();
        }
    }

    /** Has it end; from any thread. */
    public void stop() {
        end.countDown();
    }
}
