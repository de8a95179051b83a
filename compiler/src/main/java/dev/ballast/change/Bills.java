package dev.ballast.change;

import dev.ballast.plan.EnvironmentPlan;
import java.util.Map;
import java.util.Optional;

/** Works out what environments cost. */
public interface Bills {
    /** No money. */
    Bills NONE = environment -> Optional.empty();

    /** The bill of an environment; in any thread. */
    Optional<OfEnvironment> of(EnvironmentPlan environment);

    /**
     * An environment's bill.
     *
     * @param total with what no policy has for itself
     * @param policies by name
     */
    record OfEnvironment(Bill total, Map<String, Bill> policies) {}
}
