package dev.ballast.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.policy.Quantities;
import dev.ballast.policy.Tier;
import dev.ballast.report.ReportEnvelope;
import dev.ballast.velero.VeleroRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a fleet comes to, kept in a file to be compared with later. */
public final class SavedPlan {
    private static final String KIND = "SavedPlan";
    private static final String FOREVER = "forever";

    private SavedPlan() {}

    /** The file, valid against {@code saved-plan.schema.json}. */
    public static ObjectNode write(FleetState fleet, Instant at) {
        ObjectNode file = ReportEnvelope.head(KIND, null, at);
        ArrayNode environments = file.putArray("environments");
        fleet.environments().forEach(environment -> environment(environments.addObject(), environment));
        return file;
    }

    private static void environment(ObjectNode node, EnvironmentState environment) {
        if (environment.name() != null) {
            node.put("environment", environment.name());
        }
        node.put("velero", environment.velero().toString());
        objects(node, environment.objects());
        ArrayNode policies = node.putArray("policies");
        environment.policies().forEach(policy -> policy(policies.addObject(), policy));
        SavedBill.write(node, environment.bill(), environment.budget());
    }

    private static void objects(ObjectNode node, List<Applied> objects) {
        ArrayNode manifests = node.putArray("manifests");
        ArrayNode patches = node.putArray("patches");
        for (Applied object : objects) {
            if (object.tree().isTextual()) {
                patches.addObject()
                        .put("file", object.name())
                        .put("text", object.tree().asText());
            } else {
                manifests.add(object.tree());
            }
        }
    }

    private static void policy(ObjectNode node, PolicyState policy) {
        node.put("policy", policy.name()).put("suspended", policy.suspended());
        objects(node, policy.objects());
        ArrayNode tiers = node.putArray("tiers");
        for (TierState tier : policy.tiers()) {
            tiers.addObject()
                    .put("tier", tier.tier().word())
                    .put("name", tier.schedule())
                    .put("schedule", tier.cron())
                    .put("ttl", Quantities.goText(tier.ttl()));
        }
        if (policy.outlook() != null) {
            outlook(node.putObject("outlook"), policy.outlook());
        }
        SavedBill.write(node, policy.bill(), policy.budget());
    }

    private static void outlook(ObjectNode node, Outlook outlook) {
        node.put("restorePoints", outlook.restorePoints()).put("maximum", outlook.maximum());
        ObjectNode tiers = node.putObject("tiers");
        outlook.tiers().forEach((tier, points) -> tiers.put(tier.word(), points));
        if (outlook.forever()) {
            node.put("lookback", FOREVER);
        } else if (outlook.lookback() != null) {
            node.put("lookback", Quantities.goText(outlook.lookback()));
        }
        if (outlook.rpo() != null) {
            node.put("rpo", Quantities.goText(outlook.rpo()));
        }
    }

    /** What a file holds; nothing when it is not of this kind and version, or not what its schema says. */
    public static Optional<FleetState> read(JsonNode file) {
        try {
            return fleet(file);
        } catch (IllegalArgumentException | DateTimeException notByUs) {
            return Optional.empty();
        }
    }

    private static Optional<FleetState> fleet(JsonNode file) {
        if (!file.path("kind").asText().equals(KIND)
                || !file.path("apiVersion").asText().equals(ReportEnvelope.API_VERSION)) {
            return Optional.empty();
        }
        var environments = new ArrayList<EnvironmentState>();
        for (JsonNode node : file.path("environments")) {
            Optional<VeleroRange> velero = VeleroRange.parse(node.path("velero").asText());
            if (velero.isEmpty()) {
                return Optional.empty();
            }
            var policies = new ArrayList<PolicyState>();
            node.path("policies").forEach(policy -> policies.add(policy(policy)));
            environments.add(new EnvironmentState(
                    node.hasNonNull("environment") ? node.path("environment").asText() : null,
                    velero.get(),
                    objects(node),
                    policies,
                    SavedBill.bill(node.path("bill")),
                    SavedBill.budget(node.path("budget"))));
        }
        return Optional.of(new FleetState(environments));
    }

    private static List<Applied> objects(JsonNode node) {
        var objects = new ArrayList<Applied>();
        node.path("manifests").forEach(manifest -> objects.add(Applied.of(manifest)));
        node.path("patches")
                .forEach(patch -> objects.add(Applied.patch(
                        patch.path("file").asText(), patch.path("text").asText())));
        return objects;
    }

    private static PolicyState policy(JsonNode node) {
        var tiers = new ArrayList<TierState>();
        for (JsonNode tier : node.path("tiers")) {
            Tier.of(tier.path("tier").asText())
                    .ifPresent(known -> tiers.add(new TierState(
                            known,
                            tier.path("name").asText(),
                            tier.path("schedule").asText(),
                            duration(tier, "ttl").orElse(Duration.ZERO))));
        }
        return new PolicyState(
                node.path("policy").asText(),
                objects(node),
                tiers,
                node.path("suspended").asBoolean(),
                outlook(node.path("outlook")),
                SavedBill.bill(node.path("bill")),
                SavedBill.budget(node.path("budget")));
    }

    private static @Nullable Outlook outlook(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
        node.path("tiers")
                .properties()
                .forEach(entry -> Tier.of(entry.getKey())
                        .ifPresent(tier -> tiers.put(tier, entry.getValue().asInt())));
        return new Outlook(
                Math.max(0, node.path("restorePoints").asInt()),
                Math.max(0, node.path("maximum").asInt()),
                tiers,
                duration(node, "lookback").orElse(null),
                node.path("lookback").asText().equals(FOREVER),
                duration(node, "rpo").orElse(null));
    }

    /** A duration in Go's text is one of ours too. */
    private static Optional<Duration> duration(JsonNode node, String member) {
        return Quantities.duration(node.path(member).asText());
    }
}
