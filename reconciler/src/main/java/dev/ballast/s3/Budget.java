package dev.ballast.s3;

import dev.ballast.report.Ages;

/** What is left of the limits of one listing. */
final class Budget {
    private final Limits limits;
    private final long begun = System.nanoTime();
    private int requests;

    Budget(Limits limits) {
        this.limits = limits;
    }

    /** A listing needs more than it may take. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exceeded(String message) {
            super(message);
        }
    }

    /** One more request is about to be made. */
    void spend() {
        if (requests == limits.requests()) {
            throw new Exceeded("it has more than the %d pages that are read at most".formatted(requests));
        }
        if (System.nanoTime() - begun > limits.time().toNanos()) {
            throw new Exceeded("it was not listed within %s".formatted(Ages.text(limits.time())));
        }
        requests++;
    }
}
