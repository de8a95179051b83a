package dev.ballast.s3;

import java.time.Duration;

/**
 * When a listing is given up. Half of a bucket says nothing: what was not listed would be taken for missing.
 *
 * @param requests to the server in one listing, from 1; each brings up to a thousand objects
 * @param time for one listing
 * @param answer how long to wait for one answer
 */
public record Limits(int requests, Duration time, Duration answer) {
    /** Twenty million objects, in a quarter of an hour. */
    public static final Limits DEFAULT = new Limits(20_000, Duration.ofMinutes(15), Duration.ofSeconds(30));

    public Limits {
        if (requests < 1 || time.isNegative() || answer.isNegative() || answer.isZero()) {
            throw new IllegalArgumentException("%d requests, %s, %s".formatted(requests, time, answer));
        }
    }
}
