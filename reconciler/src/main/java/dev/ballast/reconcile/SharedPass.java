package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ballast.cluster.Applier;
import dev.ballast.cluster.ClusterView;
import dev.ballast.cluster.CustomResources;
import dev.ballast.cluster.Watched;
import dev.ballast.drift.ManifestDrift;
import dev.ballast.drift.Ownership;
import dev.ballast.observed.LiveObject;
import dev.ballast.observed.ObservedLocation;
import dev.ballast.schema.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One look at what belongs to no policy: locations. They have no owner, since the backups in them outlive every policy; one that nobody wants is
 * removed when no Backup refers to it any longer, because Velero could never collect those.
 */
final class SharedPass {
    private final ClusterView view;
    private final Applier applier;
    private final Function<String, @Nullable Shelf> shelves;
    private final ObjectWriter writer;
    private final Written written = new Written();

    /** @param shelves what is known of the bucket of a store, where buckets are listed */
    SharedPass(ClusterView view, Applier applier, Function<String, @Nullable Shelf> shelves) {
        this.shelves = shelves;
        this.view = view;
        this.applier = applier;
        this.writer = new ObjectWriter(applier);
    }

    /** What came of each location, by {@code Kind/name}; of what is wanted, in order. */
    Map<String, Outcome> run(Desired desired, Instant at) {
        var outcomes = new TreeMap<String, Outcome>();
        for (Intent intent : desired.shared()) {
            outcomes.put(intent.id(), see(intent, at));
        }
        if (desired.environment() != null) {
            prune(desired);
        }
        return outcomes;
    }

    private Outcome see(Intent intent, Instant at) {
        JsonNode store = view.language(Kind.BACKUP_STORE.word(), intent.name()).orElseGet(MissingNode::getInstance);
        boolean known = store.path("status").path("location").asText().equals(intent.name());
        Orders orders = Orders.of(store);
        var steps = new Steps(known ? Set.of(intent.id()) : Set.of(), orders.adopt(), orders.reportOnly());
        LiveObject live = view.object(intent.kind(), intent.name()).orElse(null);
        var doing = writer.begin(at);
        steps.of(intent, live).stream()
                .filter(step ->
                        !(step instanceof Step.Tell tell && tell.drift().kind() == ManifestDrift.Kind.UNAVAILABLE))
                .forEach(doing::run);
        return doing.outcome();
    }

    private void prune(Desired desired) {
        var wanted = new ArrayList<String>();
        desired.shared().forEach(intent -> wanted.add(intent.id()));
        List<LiveObject> unwanted = view.objects().stream()
                .filter(object -> object.kind().endsWith("Location"))
                .filter(object -> !wanted.contains(object.kind() + "/" + object.name()))
                .filter(object -> Ownership.of(object, Marks.MANAGERS).isOurs() && !isBroken(object))
                .toList();
        for (LiveObject object : unwanted) {
            if (!object.kind().equals("BackupStorageLocation") || !view.hasBackups(object.name())) {
                writer.begin(Instant.EPOCH).remove(object);
            }
        }
    }

    /** A store with an error is still there: what it comes to is not known. */
    private boolean isBroken(LiveObject object) {
        return view.language(Kind.BACKUP_STORE.word(), object.name()).isPresent()
                && object.kind().equals("BackupStorageLocation");
    }

    /** Writes what was seen of a store into its status, where that differs. */
    void report(Desired desired, Map<String, Outcome> outcomes, Instant at) {
        view.language().forEach((id, object) -> {
            if (id.startsWith(Kind.BACKUP_STORE.word() + "/")) {
                write(
                        Kind.BACKUP_STORE,
                        object,
                        SharedStatus.ofStore(
                                desired, object, outcome(outcomes, object), location(object), shelf(object), at));
            } else if (id.startsWith(Kind.ENVIRONMENT.word() + "/")) {
                write(Kind.ENVIRONMENT, object, SharedStatus.ofEnvironment(desired, object, at));
            }
        });
    }

    private static Outcome outcome(Map<String, Outcome> outcomes, JsonNode store) {
        return outcomes.getOrDefault(
                "BackupStorageLocation/" + store.path("metadata").path("name").asText(), Outcome.NOTHING);
    }

    private @Nullable ObservedLocation location(JsonNode store) {
        return view.location(store.path("metadata").path("name").asText()).orElse(null);
    }

    private @Nullable Shelf shelf(JsonNode store) {
        return shelves.apply(store.path("metadata").path("name").asText());
    }

    private void write(Kind kind, JsonNode object, JsonNode status) {
        String name = object.path("metadata").path("name").asText();
        String id = CustomResources.source(kind.word(), name);
        String version = object.path("metadata").path("resourceVersion").asText();
        if (written.isNews(id, version, object.path("status"), status)) {
            try {
                applier.applyStatus(Watched.of(kind), name, status);
            } catch (RuntimeException failure) {
                written.forget(id);
                throw failure;
            }
        }
    }
}
