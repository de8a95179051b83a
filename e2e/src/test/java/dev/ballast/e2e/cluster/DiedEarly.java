package dev.ballast.e2e.cluster;

import java.io.IOException;

/** A daemon ended before it was ready. */
final class DiedEarly extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int ATTEMPTS = 3;

    DiedEarly(String lastWords) {
        super("ended before it was ready:\n" + lastWords);
    }

    /** Starts something, with other ports when it looks as if somebody else was quicker to take these. */
    interface Start<T> {
        T run() throws IOException, InterruptedException;
    }

    /** What {@code start} gives, at the third attempt at the latest. */
    static <T> T retried(Start<T> start) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return start.run();
            } catch (DiedEarly e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
