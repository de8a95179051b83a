package dev.ballast.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A storage location whose backups are given up. Velero deletes a Backup from the cluster when its location no longer holds it, within
 * about a minute of the change; the bytes stay in the old place, are paid for, and never expire. Source: Velero's
 * {@code backup_sync_controller.go}, orphan removal.
 *
 * @param location name of the BackupStorageLocation
 * @param removed whether it is gone, so that its backups can neither be restored nor expire; else it points elsewhere
 * @param policies that have written there, by name
 */
public record Abandoned(String location, boolean removed, List<String> policies) {
    private static final String KIND = "BackupStorageLocation";

    /** Fields that say where the bytes are. */
    private static final Set<String> PLACE = Set.of(
            "/spec/provider",
            "/spec/objectStorage/bucket",
            "/spec/objectStorage/prefix",
            "/spec/config/s3Url",
            "/spec/config/storageAccount");

    static List<Abandoned> of(EnvironmentChange environment) {
        var abandoned = new ArrayList<Abandoned>();
        for (ObjectChange change : environment.objects()) {
            boolean removed = change.change() == Change.REMOVED;
            boolean moved = change.fields().stream().anyMatch(field -> PLACE.contains(field.pointer()));
            if (change.object().kind().equals(KIND) && (removed || moved)) {
                String location = change.object().name();
                abandoned.add(new Abandoned(location, removed, writers(environment, location)));
            }
        }
        return List.copyOf(abandoned);
    }

    private static List<String> writers(EnvironmentChange environment, String location) {
        return environment.policies().stream()
                .filter(policy -> policy.before() != null
                        && policy.before().objects().stream().anyMatch(object -> writes(object, location)))
                .map(PolicyChange::policy)
                .toList();
    }

    private static boolean writes(Applied object, String location) {
        return object.tree().at("/spec/template/storageLocation").asText().equals(location);
    }
}
