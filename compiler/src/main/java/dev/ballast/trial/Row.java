package dev.ballast.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of what happens around a breach.
 *
 * @param events what happens, in words; none at the beginning and where only time passes
 * @param points restore points from then on
 * @param newest how old the newest of them is; absent without any
 * @param here whether this is the instant of the breach
 */
public record Row(
        Instant time,
        List<String> events,
        int points,
        @Nullable Duration newest,
        boolean here) {}
