package dev.ballast.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.observed.LiveObject;
import dev.ballast.observed.Observed;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedDeletion;
import dev.ballast.observed.ObservedLocation;
import dev.ballast.observed.ObservedReader;
import dev.ballast.observed.ObservedRepository;
import dev.ballast.observed.ObservedSchedule;
import dev.ballast.observed.ObservedSnapshot;
import dev.ballast.observed.ObservedUpload;
import dev.ballast.observed.PolicyView;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is in Velero's namespace now, kept up to date by watching it. Safe for many threads. */
public final class ClusterView implements AutoCloseable {
    /** Who is told of changes; called on the threads of the watches, so it must be quick. */
    public interface Listener {
        /** Something of a policy changed: a Schedule, a ConfigMap, a Backup. */
        void policy(String name);

        /** A location is other than it was in a way that matters. */
        void location(String name);

        /** An object of ours, or the namespaces, changed: what is wanted may be other than it was. */
        void language();
    }

    private final Map<Watched, Feed> feeds = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> language = new ConcurrentHashMap<>();
    private final Records<ObservedSchedule> schedules = new Records<>(ObservedSchedule::policy);
    private final Records<ObservedBackup> backups = new Records<>(ObservedBackup::policy);
    private final Records<LiveObject> configMaps =
            new Records<>(object -> object.label(ObservedReader.POLICY).orElse(null));
    private final Records<ObservedLocation> locations = new Records<>(location -> null);
    private final Records<LiveObject> snapshotLocations = new Records<>(object -> null);
    private final Records<ObservedUpload> uploads = new Records<>(upload -> null);
    private final Records<ObservedSnapshot> snapshots = new Records<>(snapshot -> null);
    private final Records<ObservedRepository> repositories = new Records<>(repository -> null);
    private final Records<Deletion> deletions =
            new Records<>(deletion -> deletion.request().backup());
    private final Map<String, Map<String, String>> namespaces = new ConcurrentHashMap<>();
    private final SharedParts parts = new SharedParts();
    private final Listener listener;

    private ClusterView(Listener listener) {
        this.listener = listener;
    }

    /** Begins to watch a namespace; answers before everything was read. */
    public static ClusterView start(KubernetesClient client, String namespace, Listener listener) {
        var view = new ClusterView(listener);
        for (Watched kind : Watched.LANGUAGE) {
            view.feeds.put(kind, Feed.start(client, namespace, kind, view.language(kind)));
        }
        for (Watched kind : Watched.OBSERVED) {
            view.feeds.put(kind, Feed.start(client, namespace, kind, view.reader(kind)));
        }
        return view;
    }

    /** Whether all kinds were read once that every cluster with Ballast has. Velero's may not be there yet. */
    public boolean isSynced() {
        return feeds.entrySet().stream()
                .allMatch(feed -> feed.getKey().mayBeAbsent() || feed.getValue().isSynced());
    }

    /** Whether Velero is installed, and what of it is judged was read once. */
    public boolean hasVelero() {
        return isSynced(Watched.SCHEDULES) && isSynced(Watched.BACKUPS) && isSynced(Watched.LOCATIONS);
    }

    /** Whether it is clear by now if Velero is installed. */
    public boolean knowsVelero() {
        return know(Watched.SCHEDULES, Watched.BACKUPS, Watched.LOCATIONS);
    }

    /** Whether what is stored of volumes was read once, or cannot be there. */
    public boolean knowsVolumes() {
        return know(Watched.POD_VOLUME_BACKUPS, Watched.DATA_UPLOADS, Watched.SNAPSHOTS);
    }

    private boolean know(Watched... kinds) {
        return Stream.of(kinds).map(feeds::get).allMatch(feed -> feed != null && (feed.isSynced() || feed.isAbsent()));
    }

    private boolean isSynced(Watched kind) {
        Feed feed = feeds.get(kind);
        return feed != null && feed.isSynced();
    }

    /** Every object of our kinds, as it is in the cluster, by {@code Kind/name}. */
    public Map<String, JsonNode> language() {
        return new TreeMap<>(language);
    }

    /** An object of our kinds. */
    public Optional<JsonNode> language(String kind, String name) {
        return Optional.ofNullable(language.get(CustomResources.source(kind, name)));
    }

    /** Labels of every namespace, by name. */
    public Map<String, Map<String, String>> namespaces() {
        return new TreeMap<>(namespaces);
    }

    /** What one policy is judged by. */
    public PolicyView policy(String name) {
        var newest = new TreeMap<String, ObservedDeletion>();
        List<ObservedBackup> own = backups.of(name);
        own.forEach(backup -> deletions.of(backup.name()).stream()
                .map(Deletion::request)
                .max(Comparator.comparing(ObservedDeletion::created))
                .ifPresent(deletion -> newest.put(backup.name(), deletion)));
        return new PolicyView(schedules.of(name), own, locations.byName(), newest);
    }

    /** Objects that carry the label of a policy: Schedules and ConfigMaps. */
    public List<LiveObject> objects(String policy) {
        var objects = new ArrayList<LiveObject>();
        schedules.of(policy).forEach(schedule -> objects.add(schedule.live()));
        objects.addAll(configMaps.of(policy));
        return objects;
    }

    /** Every Schedule, location and ConfigMap that is known. */
    public List<LiveObject> objects() {
        var objects = new ArrayList<LiveObject>();
        schedules.values().forEach(schedule -> objects.add(schedule.live()));
        objects.addAll(configMaps.values());
        locations.values().forEach(location -> objects.add(location.live()));
        objects.addAll(snapshotLocations.values());
        return objects;
    }

    /** An object by kind and name. */
    public Optional<LiveObject> object(String kind, String name) {
        return switch (kind) {
            case "Schedule" -> schedules.get(name).map(ObservedSchedule::live);
            case "BackupStorageLocation" -> locations.get(name).map(ObservedLocation::live);
            case "VolumeSnapshotLocation" -> snapshotLocations.get(name);
            case "ConfigMap" -> configMaps.get(name);
            default -> Optional.empty();
        };
    }

    /** A location by name. */
    public Optional<ObservedLocation> location(String name) {
        return locations.get(name);
    }

    /** Whether any Backup lies in a location. */
    public boolean hasBackups(String location) {
        return backups.values().stream().anyMatch(backup -> location.equals(backup.store()));
    }

    /** Everything at once. */
    public Observed observed(Instant at) {
        return new Observed(
                at,
                schedules.values(),
                backups.values(),
                locations.values(),
                snapshotLocations.values(),
                configMaps.values(),
                uploads.values(),
                snapshots.values(),
                repositories.values(),
                deletions.values().stream().map(Deletion::request).toList(),
                namespaces());
    }

    private Feed.Reader language(Watched kind) {
        return new Into(
                object -> {
                    JsonNode lean = parts.share(CustomResources.lean((ObjectNode) object));
                    JsonNode before = language.put(CustomResources.source(kind.kind(), name(object)), lean);
                    if (before == null || !CustomResources.document(before).equals(CustomResources.document(object))) {
                        listener.language();
                    }
                },
                name -> {
                    language.remove(CustomResources.source(kind.kind(), name));
                    listener.language();
                },
                listener::language);
    }

    private Feed.Reader reader(Watched kind) {
        return switch (kind.kind()) {
            case "Schedule" ->
                ofPolicies(
                        schedules,
                        object -> ObservedReader.schedule(parts.share(object)).orElse(null));
            case "Backup" ->
                ofPolicies(backups, object -> ObservedReader.backup(object).orElse(null));
            case "ConfigMap" -> ofPolicies(configMaps, object -> new LiveObject(parts.share(object)));
            case "BackupStorageLocation" -> ofLocations();
            case "VolumeSnapshotLocation" -> quietly(snapshotLocations, LiveObject::new);
            case "PodVolumeBackup", "DataUpload" ->
                quietly(uploads, object -> ObservedReader.upload(object).orElse(null));
            case "VolumeSnapshotContent" ->
                quietly(snapshots, object -> ObservedReader.snapshot(object).orElse(null));
            case "BackupRepository" -> quietly(repositories, ObservedReader::repository);
            case "DeleteBackupRequest" -> quietly(deletions, ClusterView::deletion);
            case "Namespace" -> ofNamespaces();
            default -> throw new IllegalArgumentException("nobody reads " + kind.plural());
        };
    }

    private <T> Feed.Reader ofPolicies(Records<T> records, Function<JsonNode, @Nullable T> read) {
        return new Into(
                object -> {
                    T value = read.apply(object);
                    if (value != null) {
                        records.put(name(object), value).forEach(listener::policy);
                    }
                },
                name -> records.remove(name).ifPresent(listener::policy),
                listener::language);
    }

    private <T> Feed.Reader quietly(Records<T> records, Function<JsonNode, @Nullable T> read) {
        return new Into(
                object -> {
                    T value = read.apply(object);
                    if (value != null) {
                        records.put(name(object), value);
                    }
                },
                records::remove,
                () -> {});
    }

    /** Velero writes its last look into every location each minute; only what matters is told. */
    private Feed.Reader ofLocations() {
        return new Into(
                object -> {
                    ObservedLocation now = ObservedReader.location(object);
                    ObservedLocation before = locations.get(now.name()).orElse(null);
                    locations.put(now.name(), now);
                    if (before == null || !alike(before, now)) {
                        listener.location(now.name());
                    }
                },
                name -> {
                    locations.remove(name);
                    listener.location(name);
                },
                listener::language);
    }

    private static boolean alike(ObservedLocation a, ObservedLocation b) {
        return a.state() == b.state()
                && Objects.equals(a.message(), b.message())
                && a.live().root().path("spec").equals(b.live().root().path("spec"))
                && a.live().metadata().path("labels").equals(b.live().metadata().path("labels"))
                && a.live()
                        .metadata()
                        .path("annotations")
                        .equals(b.live().metadata().path("annotations"));
    }

    private Feed.Reader ofNamespaces() {
        return new Into(
                object -> {
                    Map<String, String> labels = ObservedReader.labels(object);
                    if (!labels.equals(namespaces.put(name(object), labels))) {
                        listener.language();
                    }
                },
                name -> {
                    namespaces.remove(name);
                    listener.language();
                },
                listener::language);
    }

    private static @Nullable Deletion deletion(JsonNode object) {
        return ObservedReader.deletion(object)
                .map(request -> new Deletion(name(object), request))
                .orElse(null);
    }

    /** A request by the name of its own. */
    private record Deletion(String name, ObservedDeletion request) {}

    private record Into(Consumer<JsonNode> puts, Consumer<String> removes, Runnable syncs) implements Feed.Reader {
        @Override
        public void put(JsonNode object) {
            puts.accept(object);
        }

        @Override
        public void remove(String name) {
            removes.accept(name);
        }

        @Override
        public void synced() {
            syncs.run();
        }
    }

    private static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    @Override
    public void close() {
        feeds.values().forEach(Feed::close);
    }
}
