package dev.ballast.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import dev.ballast.policy.BackupClass;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.Environment;
import dev.ballast.policy.Layer;
import dev.ballast.policy.PolicySet;
import dev.ballast.policy.Terms;
import dev.ballast.policy.TermsDecoder;
import dev.ballast.policy.Tier;
import dev.ballast.policy.Volumes;
import dev.ballast.velero.VeleroRange;
import dev.ballast.velero.VeleroVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Policies as written to what they come to in each environment. */
public final class Resolver {
    private final PolicySet set;
    private final Map<String, Map<String, String>> namespaces;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final TierResolver tiers = new TierResolver(findings);
    private final Hooks hooks;

    private Resolver(PolicySet set, Map<String, Map<String, String>> namespaces) {
        this.set = set;
        this.namespaces = namespaces;
        this.hooks = new Hooks(set, findings);
    }

    /**
     * Plans for the environments that are wanted; for the built-in one when none is declared.
     *
     * @param namespaces labels of every namespace by name; empty when not known
     */
    public static Outcome<Fleet> resolve(
            PolicySet set, Predicate<Environment> wanted, Map<String, Map<String, String>> namespaces) {
        var resolver = new Resolver(set, namespaces);
        var plans = new ArrayList<EnvironmentPlan>();
        if (set.names("Environment").isEmpty()) {
            plans.add(resolver.environment(BuiltIn.environment(), false));
        }
        set.environments().stream()
                .filter(wanted)
                .forEach(environment -> plans.add(resolver.environment(environment, true)));
        return Outcome.of(new Fleet(set, List.copyOf(plans)), resolver.findings);
    }

    private EnvironmentPlan environment(Environment environment, boolean declared) {
        VeleroRange velero = velero(environment);
        Map<String, StorePlan> stores = Stores.of(set, environment);
        List<BackupPlan> plans = set.policies().stream()
                .filter(policy -> Overrides.existsIn(environment, policy.environments()))
                .map(policy -> policy(policy, environment, velero, stores))
                .toList();
        return new EnvironmentPlan(environment, declared, velero, stores, plans);
    }

    private VeleroRange velero(Environment environment) {
        String version = environment.velero().version();
        if (version == null) {
            return VeleroRange.NEWEST;
        }
        Place place = environment.meta().place("/spec/velero/version");
        Optional<VeleroRange> range = VeleroRange.parse(version);
        if (range.isEmpty()) {
            findings.add(Diagnostic.error(
                            "velero.unsupported-version",
                            place,
                            "Velero `%s` is not supported; manifests are written for %s to %s"
                                    .formatted(version, VeleroVersion.OLDEST, VeleroVersion.NEWEST))
                    .about(null, environment.name()));
        } else if (VeleroRange.isNewerThanKnown(version)) {
            findings.add(Diagnostic.warning(
                            "velero.newer-than-known",
                            place,
                            "Velero `%s` is newer than the newest release known here; manifests are written for %s"
                                    .formatted(version, VeleroVersion.NEWEST))
                    .help("read Velero's upgrade notes for what changed, or update Ballast")
                    .about(null, environment.name()));
        }
        return range.orElse(VeleroRange.NEWEST);
    }

    private BackupPlan policy(
            BackupPolicy policy, Environment environment, VeleroRange velero, Map<String, StorePlan> stores) {
        Optional<BackupClass> backupClass =
                Optional.ofNullable(policy.backupClass()).flatMap(set::backupClass);
        Effective effective = Layering.of(layers(policy, backupClass, environment));
        Terms terms =
                TermsDecoder.decode(effective.tree(), effective::place).value().orElseThrow();
        var limits = new ArrayList<BackupPlan.SourcedLimits>();
        limits.add(new BackupPlan.SourcedLimits(
                environment.limits(), environment.meta().place("/spec/limits"), "Environment " + environment.name()));
        backupClass.ifPresent(c -> limits.add(
                new BackupPlan.SourcedLimits(c.limits(), c.meta().place("/spec/limits"), "BackupClass " + c.name())));
        var subject = new TierResolver.Subject(policy.name(), environment, terms, effective, velero);
        return new BackupPlan(
                policy,
                terms,
                effective,
                Selections.of(policy.select(), environment, chosen(policy, environment), !namespaces.isEmpty()),
                tiers.of(subject, tier -> store(tier, terms, stores), tier -> volumes(tier, terms, effective)),
                hooks.of(terms, effective),
                List.copyOf(limits),
                paused(environment, terms));
    }

    /** An environment that suspends cannot be outvoted. */
    private static @Nullable Boolean paused(Environment environment, Terms terms) {
        boolean ofAll = Boolean.TRUE.equals(environment.suspend()) || terms.suspend() == null;
        return ofAll ? environment.suspend() : terms.suspend();
    }

    private static List<Layer> layers(BackupPolicy policy, Optional<BackupClass> backupClass, Environment environment) {
        var layers = new ArrayList<Layer>();
        layers.add(BuiltIn.terms());
        layers.add(environment.defaults());
        backupClass.ifPresent(c -> {
            layers.add(c.terms());
            layers.addAll(Overrides.of(c.overrides(), environment));
        });
        layers.add(environment.overrides());
        layers.add(policy.terms());
        layers.addAll(Overrides.of(policy.overrides(), environment));
        return layers;
    }

    private static @Nullable StorePlan store(Tier tier, Terms terms, Map<String, StorePlan> stores) {
        Terms.TierTerms ofTier = terms.tiers().get(tier);
        String name = ofTier != null && ofTier.store() != null ? ofTier.store() : terms.store();
        return name == null ? Stores.byDefault(stores).orElse(null) : stores.get(name);
    }

    private static Volumes volumes(Tier tier, Terms terms, Effective effective) {
        Terms.TierTerms ofTier = terms.tiers().get(tier);
        JsonNode own = ofTier == null ? null : ofTier.volumes();
        if (!(own instanceof ObjectNode object)) {
            return terms.volumes();
        }
        var base = effective.place("");
        var layers = new ArrayList<Layer>();
        if (effective.tree().path("volumes") instanceof ObjectNode common) {
            layers.add(new Layer("", base, common));
        }
        layers.add(new Layer("", base, object));
        return TermsDecoder.volumes(Layering.of(layers).tree(), effective::place);
    }

    private List<String> chosen(BackupPolicy policy, Environment environment) {
        JsonNode selector = policy.select().namespaceSelector();
        if (selector == null) {
            return List.of();
        }
        if (namespaces.isEmpty()) {
            findings.add(Diagnostic.error(
                            "select.namespaces-unknown",
                            policy.meta().place("/spec/select/namespaceSelector"),
                            "the namespaces of the cluster are not known here, so those with these labels cannot be named")
                    .help("give `--namespaces FILE`, made with `kubectl get namespaces -o yaml`")
                    .about(policy.name(), null));
            return List.of();
        }
        return LabelSelectors.matching(selector, namespaces).stream()
                .filter(name -> !name.equals(environment.velero().namespace()))
                .toList();
    }
}
