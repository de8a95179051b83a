package dev.ballast.e2e.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.drift.Expected;
import dev.ballast.drift.TierLife;
import dev.ballast.manifest.Emitter;
import dev.ballast.manifest.Manifest;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What would be there had the policies been in force for years: every Backup that was due and has not expired, as Velero writes it. */
final class Past {
    /** Long before the oldest Backup that is still there. */
    private static final Duration LONG = Duration.ofDays(3 * 365);

    private static final DateTimeFormatter SUFFIX =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EnvironmentPlan environment;
    private final Instant at;
    private final Map<String, JsonNode> templates = new HashMap<>();

    Past(EnvironmentPlan environment, Instant at) {
        this.environment = environment;
        this.at = at;
        for (Manifest manifest : Emitter.emit(environment)) {
            if (manifest.kind().equals("Schedule")) {
                templates.put(
                        manifest.metadata().name(),
                        JSON.valueToTree(manifest).path("spec").path("template"));
            }
        }
    }

    /** Since when every tier is as it is. */
    Instant since() {
        return at.minus(LONG);
    }

    /** A JSON Patch of the status of a policy that was seen for the first time: it says that all of its tiers are old. */
    ArrayNode aged(BackupPlan plan) {
        ArrayNode patch = JSON.createArrayNode();
        for (int i = 0; i < plan.tiers().size(); i++) {
            patch.addObject()
                    .put("op", "replace")
                    .put("path", "/status/tiers/%d/since".formatted(i))
                    .put("value", since().toString());
        }
        return patch;
    }

    List<JsonNode> backups() {
        var backups = new ArrayList<JsonNode>();
        for (BackupPlan plan : environment.policies()) {
            for (TierPlan tier : plan.tiers()) {
                Expected.of(tier, new TierLife(since(), null), at)
                        .forEach(expected -> backups.add(backup(plan, tier, expected.due(), "Completed")));
            }
        }
        return backups;
    }

    /** A Backup of a tier that began at a time. */
    ObjectNode backup(BackupPlan plan, TierPlan tier, Instant start, String phase) {
        JsonNode template = templates.getOrDefault(tier.name(), JSON.missingNode());
        ObjectNode backup =
                JSON.createObjectNode().put("apiVersion", "velero.io/v1").put("kind", "Backup");
        ObjectNode metadata = backup.putObject("metadata")
                .put("name", tier.name() + "-" + SUFFIX.format(start))
                .put("namespace", environment.environment().velero().namespace());
        ObjectNode labels = metadata.putObject("labels");
        labels.setAll((ObjectNode) template.path("metadata").path("labels"));
        labels.put("velero.io/schedule-name", tier.name());
        labels.put(
                "velero.io/storage-location", template.path("storageLocation").asText());
        backup.set("spec", template);
        backup.putObject("status")
                .put("version", 1)
                .put("formatVersion", "1.1.0")
                .put("phase", phase)
                .put("startTimestamp", start.toString())
                .put("completionTimestamp", start.plusSeconds(95).toString())
                .put("expiration", start.plus(tier.ttl()).toString())
                .putObject("progress")
                .put("totalItems", 212)
                .put("itemsBackedUp", 212);
        return backup;
    }
}
