package dev.ballast.trial;

import dev.ballast.forecast.Forecast;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Money;
import java.util.Optional;

/** What policies cost. */
@FunctionalInterface
public interface Bills {
    /** Where nothing is known. */
    Bills NONE = environment -> forecast -> Optional.empty();

    /** The bills of one environment. */
    Monthly in(EnvironmentPlan environment);

    /** The bill of one policy. */
    @FunctionalInterface
    interface Monthly {
        /** The estimate of a month at rest, in cents; empty when some of it is not known. */
        Optional<Money> of(Forecast forecast);
    }
}
