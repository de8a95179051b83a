package dev.ballast.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.manifest.Emitter;
import dev.ballast.manifest.Manifest;
import dev.ballast.observed.LiveObject;
import dev.ballast.observed.Observed;
import dev.ballast.observed.ObservedLocation;
import dev.ballast.observed.ObservedReader;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How far a whole environment is off: its manifests, its backups and what they cost, looked at once. */
public final class Drifts {
    private final EnvironmentPlan environment;
    private final Observed observed;
    private final Instant at;
    private final Map<String, PolicyView> views;
    private final Map<String, ObservedLocation> locations = new HashMap<>();

    private Drifts(EnvironmentPlan environment, Observed observed) {
        this.environment = environment;
        this.observed = observed;
        this.at = observed.at();
        this.views = PolicyView.of(observed);
        observed.locations().forEach(location -> locations.put(location.name(), location));
    }

    /**
     * Since when each tier of each policy is as it is, by policy.
     *
     * @param recorded as statuses of policies say; may lack policies and tiers
     */
    public static Map<String, Map<Tier, TierLife>> lives(
            EnvironmentPlan environment, Observed observed, Map<String, Map<Tier, TierLife>> recorded) {
        var drifts = new Drifts(environment, observed);
        var lives = new HashMap<String, Map<Tier, TierLife>>();
        for (BackupPlan plan : environment.policies()) {
            lives.put(
                    plan.name(),
                    TierLives.of(
                            plan,
                            environment.environment().cluster(),
                            drifts.view(plan),
                            recorded.getOrDefault(plan.name(), Map.of()),
                            drifts.at));
        }
        return lives;
    }

    /**
     * The whole report, at the time of what was observed.
     *
     * @param lives of {@link #lives}
     * @param costs of the policies and of what is nobody's
     * @param managers names under which we apply
     */
    public static DriftReport of(
            EnvironmentPlan environment,
            Observed observed,
            Map<String, Map<Tier, TierLife>> lives,
            Expenses costs,
            Set<String> managers) {
        return new Drifts(environment, observed).report(lives, costs, managers);
    }

    private PolicyView view(BackupPlan plan) {
        PolicyView view = views.get(plan.name());
        return view == null ? new PolicyView(List.of(), List.of(), locations, Map.of()) : view;
    }

    private DriftReport report(Map<String, Map<Tier, TierLife>> lives, Expenses costs, Set<String> managers) {
        Map<String, List<ManifestDrift>> manifests = manifests(managers);
        var policies = new ArrayList<PolicyDrift>();
        for (BackupPlan plan : environment.policies()) {
            policies.add(new PolicyDrift(
                    plan.name(),
                    manifests.getOrDefault(plan.name(), List.of()),
                    Execution.judge(
                            plan,
                            environment.environment().cluster(),
                            lives.getOrDefault(plan.name(), Map.of()),
                            view(plan),
                            at),
                    costs.policies().get(plan.name())));
        }
        return new DriftReport(
                environment.name(), at, policies, manifests.getOrDefault("", List.of()), costs.unowned());
    }

    /** Drift of objects by policy, under the empty name what belongs to none. */
    private Map<String, List<ManifestDrift>> manifests(Set<String> managers) {
        var owners = new HashMap<String, String>();
        List<LiveObject> live = objects(observed);
        live.forEach(object -> owners.put(
                object.id(), known(object.label(ObservedReader.POLICY).orElse(""))));
        var desired = new ArrayList<JsonNode>();
        for (Manifest manifest : Emitter.emit(environment)) {
            owners.put(manifest.id(), manifest.policy().orElse(""));
            desired.add(Manifests.tree(manifest));
        }
        var byOwner = new HashMap<String, List<ManifestDrift>>();
        Manifests.compare(desired, live, managers)
                .forEach(drift -> byOwner.computeIfAbsent(
                                owners.getOrDefault(drift.object(), ""), name -> new ArrayList<>())
                        .add(drift));
        return byOwner;
    }

    private String known(String policy) {
        return environment.policies().stream().anyMatch(plan -> plan.name().equals(policy)) ? policy : "";
    }

    /** Everything that was observed and can be ours. */
    public static List<LiveObject> objects(Observed observed) {
        return Stream.of(
                        observed.locations().stream().map(location -> location.live()),
                        observed.snapshotLocations().stream(),
                        observed.resourcePolicies().stream(),
                        observed.schedules().stream().map(schedule -> schedule.live()))
                .flatMap(objects -> objects)
                .toList();
    }
}
