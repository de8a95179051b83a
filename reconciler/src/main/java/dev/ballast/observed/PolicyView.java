package dev.ballast.observed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of what was observed that one policy is judged by.
 *
 * @param schedules that carry its label
 * @param backups that carry its label; and those without one that a Schedule of it made, before it was adopted
 * @param locations all, by name
 * @param deletions the newest of each backup, by the backup's name
 */
public record PolicyView(
        List<ObservedSchedule> schedules,
        List<ObservedBackup> backups,
        Map<String, ObservedLocation> locations,
        Map<String, ObservedDeletion> deletions) {
    /** Of a policy that has nothing yet. */
    public static final PolicyView NOTHING = new PolicyView(List.of(), List.of(), Map.of(), Map.of());

    public PolicyView {
        schedules = List.copyOf(schedules);
        backups = List.copyOf(backups);
        locations = Map.copyOf(locations);
        deletions = Map.copyOf(deletions);
    }

    /** The parts of all policies that have something, by name. */
    public static Map<String, PolicyView> of(Observed observed) {
        var locations = new TreeMap<String, ObservedLocation>();
        observed.locations().forEach(location -> locations.put(location.name(), location));
        var deletions = new TreeMap<String, ObservedDeletion>();
        for (ObservedDeletion deletion : observed.deletions()) {
            deletions.merge(deletion.backup(), deletion, (a, b) -> a.created().isAfter(b.created()) ? a : b);
        }
        var schedules = new TreeMap<String, List<ObservedSchedule>>();
        var owners = new HashMap<String, String>();
        for (ObservedSchedule schedule : observed.schedules()) {
            String policy = schedule.policy();
            add(schedules, policy, schedule);
            if (policy != null) {
                owners.put(schedule.name(), policy);
            }
        }
        var backups = new TreeMap<String, List<ObservedBackup>>();
        for (ObservedBackup backup : observed.backups()) {
            String policy = backup.policy() == null ? owners.get(backup.schedule()) : backup.policy();
            add(backups, policy, backup);
            schedules.computeIfAbsent(policy == null ? "" : policy, name -> new ArrayList<>());
        }
        schedules.remove("");
        var views = new TreeMap<String, PolicyView>();
        schedules.forEach((policy, own) ->
                views.put(policy, new PolicyView(own, backups.getOrDefault(policy, List.of()), locations, deletions)));
        return views;
    }

    private static <T> void add(Map<String, List<T>> byPolicy, @Nullable String policy, T value) {
        if (policy != null) {
            byPolicy.computeIfAbsent(policy, name -> new ArrayList<>()).add(value);
        }
    }
}
