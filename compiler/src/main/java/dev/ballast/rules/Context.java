package dev.ballast.rules;

import dev.ballast.plan.Fleet;
import dev.ballast.policy.PolicySet;
import java.time.Instant;

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
}
