package dev.ballast.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything that differs between two fleets.
 *
 * @param environments every one of either side, by name
 */
public record ChangeSet(List<EnvironmentChange> environments) {
    public ChangeSet {
        environments = List.copyOf(environments);
    }

    /**
     * Compares two sides. The built-in environment of a side that declares none is the same as the only one of the other side.
     *
     * @param at from when on runs are compared
     */
    public static ChangeSet between(FleetState before, FleetState after, Instant at) {
        if (before.environments().size() == 1 && after.environments().size() == 1) {
            EnvironmentState old = before.environments().get(0);
            EnvironmentState now = after.environments().get(0);
            if (old.name() == null || now.name() == null) {
                return new ChangeSet(List.of(EnvironmentChange.between(old, now, at)));
            }
        }
        var old = byName(before);
        var now = byName(after);
        var names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        var changes = new ArrayList<EnvironmentChange>();
        for (String name : names) {
            changes.add(EnvironmentChange.between(old.get(name), now.get(name), at));
        }
        return new ChangeSet(changes);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return environments.stream().allMatch(environment -> environment.change() == Change.SAME);
    }

    /** All policies of all environments. */
    public Stream<PolicyChange> policies() {
        return environments.stream().flatMap(environment -> environment.policies().stream());
    }

    /** Locations of all environments whose backups are given up. */
    Stream<Abandoned> abandoned() {
        return environments.stream().flatMap(environment -> environment.abandoned().stream());
    }

    /** How many policies became this. */
    public long count(Change change) {
        return policies().filter(policy -> policy.change() == change).count();
    }

    private static TreeMap<String, EnvironmentState> byName(FleetState side) {
        var byName = new TreeMap<String, EnvironmentState>();
        side.environments().forEach(state -> byName.put(Objects.requireNonNullElse(state.name(), ""), state));
        return byName;
    }
}
