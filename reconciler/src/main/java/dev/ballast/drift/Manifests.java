package dev.ballast.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ballast.manifest.Manifest;
import dev.ballast.observed.LiveObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Objects as they should be against objects as they are. What we own is known by managedFields; where these were left out, all that is wanted
 * counts as ours, and nobody is named.
 */
public final class Manifests {
    /** Kinds of which every object in Velero's namespace is read, so that one that is not among them is not there. */
    public static final Set<String> KINDS =
            Set.of("Schedule", "ConfigMap", "BackupStorageLocation", "VolumeSnapshotLocation");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifests() {}

    /** A manifest as it is applied. */
    public static JsonNode tree(Manifest manifest) {
        return JSON.valueToTree(manifest);
    }

    /**
     * Every drift: of each object that is wanted, in their order; then what carries our label and is not wanted, by kind and name.
     *
     * @param desired as they are applied; those of other kinds than {@link #KINDS} are passed over
     * @param live all objects of these kinds in the namespace, ours or not
     * @param managers names under which we apply
     */
    public static List<ManifestDrift> compare(
            Collection<? extends JsonNode> desired, Collection<LiveObject> live, Set<String> managers) {
        Map<String, LiveObject> byId = new TreeMap<>();
        live.forEach(object -> byId.put(object.id(), object));
        var drifts = new ArrayList<ManifestDrift>();
        var wanted = new HashSet<String>();
        for (JsonNode object : desired) {
            if (KINDS.contains(object.path("kind").asText())) {
                String id = new LiveObject(object).id();
                wanted.add(id);
                drifts.addAll(compare(object, byId.get(id), managers));
            }
        }
        byId.forEach((id, object) -> {
            if (!wanted.contains(id) && KINDS.contains(object.kind()) && Ownership.isLabelled(object)) {
                drifts.add(Told.orphaned(object, Ownership.of(object, managers)));
            }
        });
        return List.copyOf(drifts);
    }

    /**
     * Every drift of one object.
     *
     * @param desired as it is applied
     * @param live absent when it is not there
     * @param managers names under which we apply
     */
    public static List<ManifestDrift> compare(JsonNode desired, @Nullable LiveObject live, Set<String> managers) {
        if (live == null) {
            return List.of(Told.missing(new LiveObject(desired)));
        }
        Ownership ownership = Ownership.of(live, managers);
        if (!ownership.isOurs()) {
            return List.of(Told.conflict(live, ownership));
        }
        var comparison = new FieldComparison(desired, live, managers);
        var drifts = new ArrayList<ManifestDrift>();
        add(drifts, comparison.changed(), fields -> Told.changed(live, fields));
        add(drifts, comparison.extra(), fields -> Told.extra(live, fields));
        if (live.kind().equals("Schedule")) {
            comparison.turnedOn("paused").ifPresent(field -> drifts.add(Told.paused(live, field)));
        }
        unavailable(live).ifPresent(drifts::add);
        return List.copyOf(drifts);
    }

    /**
     * Fields that applying would change or take over, for an object of whomever.
     *
     * @param desired as it is applied
     * @param managers names under which we apply
     */
    public static List<FieldDrift> fields(JsonNode desired, LiveObject live, Set<String> managers) {
        return new FieldComparison(desired, live, managers).changed();
    }

    /** Whether applying would change nothing, as far as can be told without asking the server. */
    public static boolean inSync(JsonNode desired, LiveObject live, Set<String> managers) {
        return Ownership.of(live, managers).isOurs()
                && fields(desired, live, managers).isEmpty();
    }

    private static void add(
            List<ManifestDrift> drifts,
            List<FieldDrift> fields,
            java.util.function.Function<List<FieldDrift>, ManifestDrift> drift) {
        if (!fields.isEmpty()) {
            drifts.add(drift.apply(fields));
        }
    }

    private static Optional<ManifestDrift> unavailable(LiveObject live) {
        return live.kind().equals("BackupStorageLocation")
                        && live.root().path("status").path("phase").asText().equals("Unavailable")
                ? Optional.of(Told.unavailable(live))
                : Optional.empty();
    }
}
