package dev.ballast.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.policy.Tier;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Backups as {@code kubectl get backups -o json} prints them. */
public final class Inventory {
    /** Ballast's labels: they stand on the Schedule's template, and Velero copies them to each Backup. */
    private static final String POLICY = "ballast.dev/policy";

    private static final String TIER = "ballast.dev/tier";

    private static final String CLUSTER = "ballast.dev/cluster";

    private Inventory() {}

    /**
     * What is there to be restored or to expire, in the order of the input. Backups still running, and those that Velero refused and so never
     * began, are left out.
     *
     * @param root a List, or one Backup
     * @return nothing when the input is neither
     */
    public static Optional<List<ExistingBackup>> read(JsonNode root) {
        if (root.path("kind").asText().equals("Backup")) {
            return Optional.of(backup(root).map(List::of).orElse(List.of()));
        }
        if (!root.path("items").isArray()) {
            return Optional.empty();
        }
        var backups = new ArrayList<ExistingBackup>();
        root.path("items").forEach(item -> {
            if (item.path("kind").asText("Backup").equals("Backup")) {
                backup(item).ifPresent(backups::add);
            }
        });
        return Optional.of(List.copyOf(backups));
    }

    private static Optional<ExistingBackup> backup(JsonNode backup) {
        JsonNode status = backup.path("status");
        Instant start = instant(status.path("startTimestamp"));
        Instant expires = instant(status.path("expiration"));
        if (start == null || expires == null || !start.isBefore(expires)) {
            return Optional.empty();
        }
        JsonNode labels = backup.path("metadata").path("labels");
        return Optional.of(new ExistingBackup(
                backup.path("metadata").path("name").asText(),
                labels.has(POLICY) ? labels.path(POLICY).asText() : null,
                Tier.of(labels.path(TIER).asText()).orElse(null),
                start,
                expires,
                status.path("phase").asText().equals("Completed"),
                labels.has(CLUSTER) ? labels.path(CLUSTER).asText() : null));
    }

    private static @Nullable Instant instant(JsonNode text) {
        try {
            return text.isTextual() ? Instant.parse(text.asText()) : null;
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
