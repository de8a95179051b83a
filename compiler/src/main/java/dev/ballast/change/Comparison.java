package dev.ballast.change;

import dev.ballast.report.Findings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is to be said about a change; every format is made from this.
 *
 * @param environment the one that was asked for; absent when all were
 * @param existing backups that are there, by policy; empty when nobody looked
 * @param basis what the money rests on
 * @param findings of the new side
 */
public record Comparison(
        Side base,
        Side head,
        @Nullable String environment,
        Instant at,
        ChangeSet changes,
        List<Crossing> crossings,
        Map<String, List<Existing>> existing,
        Basis basis,
        Findings findings) {
    public Comparison {
        crossings = List.copyOf(crossings);
        existing = Map.copyOf(existing);
    }

    /** Backups of a policy that are there. */
    List<Existing> existing(PolicyChange policy) {
        return existing.getOrDefault(policy.policy(), List.of());
    }

    /** What it comes to. */
    public Decision decision() {
        if (!crossings.isEmpty()) {
            return Decision.BLOCKED;
        }
        return changes.isEmpty() ? Decision.NONE : Decision.CHANGES;
    }
}
