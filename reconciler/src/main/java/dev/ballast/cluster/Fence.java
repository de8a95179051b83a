package dev.ballast.cluster;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Lets no request through that would change something, unless that is up to this replica at this moment. */
final class Fence implements Interceptor {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final BooleanSupplier mayWrite;
    private final Runnable otherwise;

    /**
     * Made for one client.
     *
     * @param otherwise what to do instead of a write that must not be; it should not return, since the client does not tell the failure of what it
     *     tries again
     */
    Fence(BooleanSupplier mayWrite, Runnable otherwise) {
        this.mayWrite = mayWrite;
        this.otherwise = otherwise;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (!READING.contains(request.method()) && !mayWrite.getAsBoolean()) {
            otherwise.run();
            throw new IllegalStateException("this replica does not lead: it writes nothing");
        }
    }
}
