package dev.ballast.forecast;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far back a restore can go.
 *
 * @param guaranteed the least age of the oldest restore point from the steady state on, zero when there are times without any; absent when
 *     there is no steady state, or no bound
 * @param forever whether a tier is kept forever, so that it grows without bound
 */
public record Lookback(@Nullable Duration guaranteed, boolean forever) {}
