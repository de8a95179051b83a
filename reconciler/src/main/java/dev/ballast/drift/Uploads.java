package dev.ballast.drift;

import dev.ballast.observed.Observed;
import dev.ballast.observed.ObservedUpload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Uploads by the backup that they belong to, and each with the one before it of the same volume. */
final class Uploads {
    private final Map<String, List<ObservedUpload>> byBackup = new HashMap<>();
    private final Map<ObservedUpload, ObservedUpload> before = new HashMap<>();

    Uploads(Observed observed) {
        observed.uploads().forEach(upload -> {
            if (upload.backup() != null) {
                byBackup.computeIfAbsent(upload.backup(), name -> new ArrayList<>())
                        .add(upload);
            }
        });
        Map<Source, List<ObservedUpload>> bySource =
                observed.uploads().stream().collect(Collectors.groupingBy(Source::of));
        bySource.values().forEach(this::chain);
    }

    private record Source(ObservedUpload.Method method, String namespace, String volume, String store) {
        static Source of(ObservedUpload upload) {
            return new Source(upload.method(), upload.namespace(), upload.volume(), upload.store());
        }
    }

    /** An upload that did not end well is nobody's predecessor. */
    private void chain(List<ObservedUpload> uploads) {
        ObservedUpload last = null;
        for (ObservedUpload upload : uploads.stream()
                .sorted(Comparator.comparing(ObservedUpload::started).thenComparing(ObservedUpload::name))
                .toList()) {
            if (last != null) {
                before.put(upload, last);
            }
            last = upload.completed() == null ? last : upload;
        }
    }

    List<ObservedUpload> of(String backup) {
        return byBackup.getOrDefault(backup, List.of());
    }

    /** The one that an upload was an increment to. */
    @Nullable
    ObservedUpload before(ObservedUpload upload) {
        return before.get(upload);
    }

    /** Of which a backup holds volumes. */
    Set<String> namespaces(String backup) {
        return of(backup).stream().map(ObservedUpload::namespace).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> backups() {
        return new HashSet<>(byBackup.keySet());
    }
}
