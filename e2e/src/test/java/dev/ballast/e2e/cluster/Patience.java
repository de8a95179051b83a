package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.time.Duration;

/** Waiting for what a program does in its own time. */
public final class Patience {
    private Patience() {}

    /** Whether something has come about. */
    public interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /** What the present looks like, for the message when it does not come about. */
    public interface Present {
        String described() throws IOException, InterruptedException;
    }

    /** Looks twice a second until the condition holds; {@link IllegalStateException} with the present after {@code limit}. */
    public static void until(String what, Duration limit, Condition condition, Present present)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "not within " + limit + ": " + what + "; there is\n" + present.described());
            }
            Thread.sleep(500);
        }
    }
}
