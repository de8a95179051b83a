package dev.ballast.e2e.cluster;

import java.io.IOException;

/**
 * A Velero whose wall clock is that of its cluster, with a store.
 *
 * @param server with Velero's own defaults
 * @param s3 an S3 server without buckets
 */
public record ShiftedVelero(VeleroServer server, S3Server s3) implements AutoCloseable {
    /** Ends both; they would end with the test run otherwise. */
    @Override
    public void close() throws IOException {
        server.close();
        s3.close();
    }
}
