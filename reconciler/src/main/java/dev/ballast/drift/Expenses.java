package dev.ballast.drift;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the costs of a whole environment are off.
 *
 * @param policies by name; those of whose size nothing is known are not among them
 * @param unowned what lies in the stores that no policy accounts for; absent where that is not known
 */
public record Expenses(
        Map<String, CostDrift> policies, @Nullable CostDrift unowned) {
    /** Nothing is known. */
    public static final Expenses UNKNOWN = new Expenses(Map.of(), null);

    public Expenses {
        policies = Map.copyOf(policies);
    }
}
