package dev.ballast.change;

import dev.ballast.manifest.Emitted;
import dev.ballast.manifest.Manifest;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.Fleet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One side of a change: what a fleet comes to. */
public record FleetState(List<EnvironmentState> environments) {
    /** Nothing at all, what there was before the first policy. */
    public static final FleetState EMPTY = new FleetState(List.of());

    public FleetState {
        environments = List.copyOf(environments);
    }

    /** Whether there is an environment of that name. */
    public boolean has(String environment) {
        return environments.stream().anyMatch(state -> environment.equals(state.name()));
    }

    /** The same with one environment only; with all of them when none is named. */
    public FleetState only(@Nullable String environment) {
        return environment == null
                ? this
                : new FleetState(environments.stream()
                        .filter(state -> environment.equals(state.name()))
                        .toList());
    }

    /** What a fleet comes to. A policy that cannot be emitted, for want of a store or a volume method, is left out. */
    public static FleetState of(Fleet fleet, Outlooks outlooks, Bills bills) {
        return new FleetState(fleet.environments().stream()
                .map(environment -> of(environment, outlooks, bills))
                .sorted(Comparator.comparing(state -> Objects.requireNonNullElse(state.name(), "")))
                .toList());
    }

    private static EnvironmentState of(EnvironmentPlan environment, Outlooks outlooks, Bills bills) {
        var sound = new EnvironmentPlan(
                environment.environment(),
                environment.declared(),
                environment.velero(),
                environment.stores(),
                environment.policies().stream().filter(FleetState::canBeEmitted).toList());
        Emitted emitted = Emitted.of(sound);
        Map<String, List<Applied>> ofPolicies = new HashMap<>();
        var others = new ArrayList<Applied>();
        for (Manifest manifest : emitted.manifests()) {
            manifest.policy()
                    .map(policy -> ofPolicies.computeIfAbsent(policy, name -> new ArrayList<>()))
                    .orElse(others)
                    .add(Applied.of(manifest));
        }
        emitted.patches().forEach((file, text) -> others.add(Applied.patch(file, text)));
        Optional<Bills.OfEnvironment> bill = bills.of(sound);
        Map<String, Bill> ofEach = bill.map(Bills.OfEnvironment::policies).orElse(Map.of());
        List<PolicyState> policies = sound.policies().parallelStream()
                .map(plan -> of(
                        plan,
                        ofPolicies.getOrDefault(plan.name(), List.of()),
                        outlooks.of(plan, sound).orElse(null),
                        ofEach.get(plan.name())))
                .toList();
        return new EnvironmentState(
                environment.declared() ? environment.name() : null,
                environment.velero(),
                others,
                policies,
                bill.map(Bills.OfEnvironment::total).orElse(null),
                Budget.of(environment.environment().budget(), List.of()));
    }

    private static PolicyState of(
            BackupPlan plan, List<Applied> objects, @Nullable Outlook outlook, @Nullable Bill bill) {
        return new PolicyState(
                plan.name(),
                objects,
                plan.tiers().stream().map(TierState::of).toList(),
                Boolean.TRUE.equals(plan.paused()),
                outlook,
                bill,
                Budget.of(
                        plan.terms().budget(),
                        plan.limits().stream()
                                .map(BackupPlan.SourcedLimits::limits)
                                .toList()));
    }

    private static boolean canBeEmitted(BackupPlan plan) {
        return plan.tiers().stream()
                .allMatch(tier -> tier.store() != null && tier.volumes().method() != null);
    }
}
