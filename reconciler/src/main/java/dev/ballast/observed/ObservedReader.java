package dev.ballast.observed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.policy.Tier;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Objects as Kubernetes writes them in JSON to records. An object that lacks what every object has is passed over: nothing can be said of it. */
public final class ObservedReader {
    /** The label that says whose an object is. */
    public static final String POLICY = "ballast.dev/policy";

    /** The label that says of which tier an object is. */
    public static final String TIER = "ballast.dev/tier";

    /** The label that says which Backup an object was made for. */
    public static final String BACKUP = "velero.io/backup-name";

    private static final String CLUSTER = "ballast.dev/cluster";
    private static final String SCHEDULE = "velero.io/schedule-name";
    private static final String GC_FAILURE = "velero.io/gc-failure";

    private ObservedReader() {}

    /** Everything of some objects, whatever their kinds; those that are not judged are passed over. */
    public static Observed read(List<JsonNode> objects, Instant at) {
        var schedules = new ArrayList<ObservedSchedule>();
        var backups = new ArrayList<ObservedBackup>();
        var locations = new ArrayList<ObservedLocation>();
        var snapshotLocations = new ArrayList<LiveObject>();
        var configMaps = new ArrayList<LiveObject>();
        var uploads = new ArrayList<ObservedUpload>();
        var snapshots = new ArrayList<ObservedSnapshot>();
        var repositories = new ArrayList<ObservedRepository>();
        var deletions = new ArrayList<ObservedDeletion>();
        var namespaces = new TreeMap<String, Map<String, String>>();
        for (JsonNode object : objects) {
            switch (object.path("kind").asText()) {
                case "Schedule" -> schedule(object).ifPresent(schedules::add);
                case "Backup" -> backup(object).ifPresent(backups::add);
                case "BackupStorageLocation" -> locations.add(location(object));
                case "VolumeSnapshotLocation" -> snapshotLocations.add(new LiveObject(object));
                case "ConfigMap" -> configMaps.add(new LiveObject(object));
                case "PodVolumeBackup", "DataUpload" -> upload(object).ifPresent(uploads::add);
                case "VolumeSnapshotContent" -> snapshot(object).ifPresent(snapshots::add);
                case "BackupRepository" -> repositories.add(repository(object));
                case "DeleteBackupRequest" -> deletion(object).ifPresent(deletions::add);
                case "Namespace" -> namespaces.put(name(object), labels(object));
                default -> {
                    // Not judged.
                }
            }
        }
        return new Observed(
                at,
                schedules,
                backups,
                locations,
                snapshotLocations,
                configMaps,
                uploads,
                snapshots,
                repositories,
                deletions,
                namespaces);
    }

    /** A Schedule. */
    public static Optional<ObservedSchedule> schedule(JsonNode object) {
        JsonNode status = object.path("status");
        Instant created = created(object);
        return created == null
                ? Optional.empty()
                : Optional.of(new ObservedSchedule(
                        name(object),
                        created,
                        label(object, POLICY),
                        tier(object),
                        object.path("spec").path("schedule").asText(),
                        object.path("spec").path("paused").asBoolean(false),
                        status.path("phase").asText(),
                        instant(status.path("lastBackup")),
                        texts(status.path("validationErrors")),
                        new LiveObject(object)));
    }

    /** A Backup. */
    public static Optional<ObservedBackup> backup(JsonNode object) {
        JsonNode status = object.path("status");
        Instant created = created(object);
        return created == null
                ? Optional.empty()
                : Optional.of(new ObservedBackup(
                        name(object),
                        uid(object),
                        label(object, POLICY),
                        tier(object),
                        label(object, CLUSTER),
                        label(object, SCHEDULE),
                        text(object.path("spec").path("storageLocation")),
                        BackupPhase.of(status.path("phase").asText()),
                        created,
                        instant(status.path("startTimestamp")),
                        instant(status.path("completionTimestamp")),
                        instant(status.path("expiration")),
                        texts(status.path("validationErrors")),
                        text(status.path("failureReason")),
                        label(object, GC_FAILURE),
                        object.path("metadata").has("deletionTimestamp")
                                ? texts(object.path("metadata").path("finalizers"))
                                : List.of(),
                        instant(object.path("metadata").path("annotations").path(ObservedBackup.ORIGINAL_EXPIRATION)),
                        texts(object.path("spec").path("includedNamespaces")).stream()
                                .map(String::intern)
                                .toList()));
    }

    /** A BackupStorageLocation. */
    public static ObservedLocation location(JsonNode object) {
        JsonNode status = object.path("status");
        return new ObservedLocation(
                name(object),
                switch (status.path("phase").asText()) {
                    case "Available" -> ObservedLocation.State.AVAILABLE;
                    case "Unavailable" -> ObservedLocation.State.UNAVAILABLE;
                    default -> ObservedLocation.State.UNKNOWN;
                },
                text(status.path("message")),
                object.path("spec").path("accessMode").asText().equals("ReadOnly"),
                instant(status.path("lastValidationTime")),
                new LiveObject(object));
    }

    /** A PodVolumeBackup or a DataUpload that began. */
    public static Optional<ObservedUpload> upload(JsonNode object) {
        JsonNode spec = object.path("spec");
        JsonNode status = object.path("status");
        Instant started = instant(status.path("startTimestamp"));
        if (started == null) {
            return Optional.empty();
        }
        boolean moved = object.path("kind").asText().equals("DataUpload");
        JsonNode incremental = status.path("incrementalBytes");
        return Optional.of(new ObservedUpload(
                name(object),
                label(object, BACKUP),
                moved ? ObservedUpload.Method.SNAPSHOT_MOVE : ObservedUpload.Method.FILE_SYSTEM,
                (moved ? spec.path("sourceNamespace") : spec.path("pod").path("namespace")).asText(),
                (moved ? spec.path("sourcePVC") : spec.path("volume")).asText(),
                spec.path("backupStorageLocation").asText(),
                started,
                status.path("phase").asText().equals("Completed") ? instant(status.path("completionTimestamp")) : null,
                Math.max(0, status.path("progress").path("totalBytes").asLong()),
                incremental.isNumber() ? Long.valueOf(Math.max(0, incremental.asLong())) : null));
    }

    /** A VolumeSnapshotContent, if Velero had it made for a backup. */
    public static Optional<ObservedSnapshot> snapshot(JsonNode object) {
        String backup = label(object, BACKUP);
        Instant created = created(object);
        return backup == null || created == null
                ? Optional.empty()
                : Optional.of(new ObservedSnapshot(name(object), backup, created));
    }

    /** A BackupRepository. */
    public static ObservedRepository repository(JsonNode object) {
        return new ObservedRepository(
                name(object),
                object.path("spec").path("volumeNamespace").asText(),
                object.path("spec").path("backupStorageLocation").asText(),
                object.path("status").path("phase").asText(),
                instant(object.path("status").path("lastMaintenanceTime")));
    }

    /** A DeleteBackupRequest. */
    public static Optional<ObservedDeletion> deletion(JsonNode object) {
        Instant created = created(object);
        return created == null
                ? Optional.empty()
                : Optional.of(new ObservedDeletion(
                        object.path("spec").path("backupName").asText(),
                        created,
                        object.path("status").path("phase").asText(),
                        texts(object.path("status").path("errors"))));
    }

    /** All labels of an object. */
    public static Map<String, String> labels(JsonNode object) {
        var labels = new TreeMap<String, String>();
        object.path("metadata")
                .path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    private static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asText();
    }

    private static @Nullable Instant created(JsonNode object) {
        return instant(object.path("metadata").path("creationTimestamp"));
    }

    /** Interned: a hundred thousand backups carry the same few values. */
    private static @Nullable String label(JsonNode object, String key) {
        String value = text(object.path("metadata").path("labels").path(key));
        return value == null ? null : value.intern();
    }

    private static @Nullable Tier tier(JsonNode object) {
        String word = label(object, TIER);
        return word == null ? null : Tier.of(word).orElse(null);
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
    }

    private static List<String> texts(JsonNode values) {
        var texts = new ArrayList<String>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static @Nullable Instant instant(JsonNode value) {
        try {
            return value.isTextual() ? Instant.parse(value.textValue()) : null;
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
