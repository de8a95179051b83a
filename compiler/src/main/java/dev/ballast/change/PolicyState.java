package dev.ballast.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy in an environment, on one side of a change.
 *
 * @param objects its Schedules and what belongs to them
 * @param tiers finest first
 * @param suspended whether its Schedules are paused
 * @param outlook absent when it was not worked out
 * @param bill absent when it was not worked out
 * @param budget what it may cost
 */
public record PolicyState(
        String name,
        List<Applied> objects,
        List<TierState> tiers,
        boolean suspended,
        @Nullable Outlook outlook,
        @Nullable Bill bill,
        Budget budget) {
    public PolicyState {
        objects = List.copyOf(objects);
        tiers = List.copyOf(tiers);
    }
}
