package dev.ballast.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Tier;
import dev.ballast.policy.Volumes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The resource policies of a policy: ConfigMaps that Velero reads by name when a backup starts.
 *
 * @param byTier name of the ConfigMap of each tier that has volume rules
 * @param byName text by name; one for all tiers where they have the same rules, else one each
 */
record ResourcePolicies(Map<Tier, String> byTier, SortedMap<String, String> byName) {
    static ResourcePolicies of(BackupPlan plan) {
        var texts = new EnumMap<Tier, String>(Tier.class);
        for (TierPlan tier : plan.tiers()) {
            if (!tier.volumes().rules().isEmpty()) {
                texts.put(tier.tier(), YamlWriter.document(policy(tier.volumes().rules())));
            }
        }
        boolean shared = texts.values().stream().distinct().count() == 1;
        var byTier = new EnumMap<Tier, String>(Tier.class);
        var byName = new TreeMap<String, String>();
        texts.forEach((tier, text) -> {
            String name = plan.name() + (shared ? "" : "-" + tier.word()) + "-volumes";
            byName.put(name, text);
            byTier.put(tier, name);
        });
        return new ResourcePolicies(byTier, byName);
    }

    private static ObjectNode policy(List<Volumes.Rule> rules) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode().put("version", "v1");
        var list = policy.putArray("volumePolicies");
        for (Volumes.Rule rule : rules) {
            ObjectNode entry = list.addObject();
            entry.set("conditions", conditions(rule.conditions()));
            entry.putObject("action").put("type", rule.use().equals("file-system") ? "fs-backup" : rule.use());
        }
        return policy;
    }

    /** Velero's own conditions, sorted; a CSI driver is nested there. */
    private static ObjectNode conditions(JsonNode when) {
        var sorted = new TreeMap<String, JsonNode>();
        when.properties().forEach(condition -> {
            if (condition.getKey().equals("csiDriver")) {
                sorted.put("csi", JsonNodeFactory.instance.objectNode().set("driver", condition.getValue()));
            } else {
                sorted.put(condition.getKey(), condition.getValue());
            }
        });
        return JsonNodeFactory.instance.objectNode().setAll(sorted);
    }
}
