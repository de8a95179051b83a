package dev.ballast.change;

import dev.ballast.cost.Cause;
import dev.ballast.cost.EnvironmentCost;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the money of a comparison rests on.
 *
 * @param books of which prices were used, on the new side
 * @param stale prices among them that are old
 * @param causes why the money of a policy moves, by {@link #key}; missing where it does not, and where nobody can say
 */
public record Basis(List<EnvironmentCost.BookUse> books, int stale, Map<String, List<Cause>> causes) {
    /** No money. */
    public static final Basis NONE = new Basis(List.of(), 0, Map.of());

    public Basis {
        books = List.copyOf(books);
        causes = Map.copyOf(causes);
    }

    /** A policy in an environment; no name has a slash. */
    static String key(@Nullable String environment, String policy) {
        return Objects.requireNonNullElse(environment, "") + "/" + policy;
    }

    /** Why the money of a policy moves, the amounts adding up to the difference. */
    List<Cause> causes(EnvironmentChange environment, PolicyChange policy) {
        return causes.getOrDefault(key(environment.name(), policy.policy()), List.of());
    }
}
