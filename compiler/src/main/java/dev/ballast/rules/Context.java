package dev.ballast.rules;

import dev.ballast.plan.Fleet;
import dev.ballast.policy.PolicySet;
import dev.ballast.price.Prices;
import java.time.Instant;
import java.util.List;

/**
 * What a rule may ask beside its subject.
 *
 * @param at the instant of the check, for what expires
 */
public record Context(Fleet fleet, Instant at) {
    /** Everything as written. */
    public PolicySet set() {
        return fleet.set();
    }

    /** The prices that hold for the input: its own books over the built-in one. */
    public Prices prices() {
        return Prices.of(List.of(), set().priceBooks());
    }
}
