package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A cluster in which it may be any time.
 *
 * @param cluster with an API server that follows the clock
 * @param clock to be set
 * @param folder for whatever else runs there
 */
public record ShiftedCluster(TestCluster cluster, ShiftedClock clock, Path folder) implements AutoCloseable {
    /** Ends the API server; it would end with the test run otherwise. */
    @Override
    public void close() throws IOException {
        cluster.close();
    }
}
