package dev.ballast.page;

import dev.ballast.cost.PolicyCost;
import dev.ballast.forecast.Forecast;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A policy as a page of forecasts shows it.
 *
 * @param cost what it will store and cost; absent when that is not known
 */
public record PolicyView(
        String environment, Forecast forecast, @Nullable PolicyCost cost) {
    String name() {
        return forecast.plan().name();
    }

    /** An id for the page: no two policies of an environment have the same name, and neither holds a dot that could be mistaken. */
    String id() {
        return "policy-" + environment + "." + name();
    }

    /** The zone of its finest tier, in which its days are counted. */
    ZoneId zone() {
        return forecast.tiers().isEmpty()
                ? ZoneOffset.UTC
                : forecast.tiers().get(0).plan().zone();
    }

    /** When one looks back: once every tier has filled, or when that is never, at the end of the simulation. */
    Instant pictured() {
        Instant steady = forecast.restorePoints().steadyFrom();
        return steady == null ? forecast.until() : steady;
    }
}
