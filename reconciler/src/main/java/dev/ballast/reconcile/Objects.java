package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.cluster.Applier;
import dev.ballast.cluster.ClusterView;
import dev.ballast.drift.Manifests;
import dev.ballast.observed.LiveObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sees to it that the objects of a policy are as it asks. */
final class Objects {
    private final ClusterView view;
    private final Applier applier;
    private final ObjectWriter writer;
    private final Supplier<Desired> desired;

    Objects(ClusterView view, Applier applier, Supplier<Desired> desired) {
        this.view = view;
        this.applier = applier;
        this.writer = new ObjectWriter(applier);
        this.desired = desired;
    }

    /** Does what is to be done about a policy whose wish is clear. */
    Outcome see(Wanted wanted, BackupPolicyResource policy, JsonNode status, Instant at) {
        ObjectWriter.Doing doing = writer.begin(at);
        Orders orders = wanted.orders();
        var steps = new Steps(applied(status), orders.adopt(), orders.reportOnly());
        for (Intent intent : wanted.intents()) {
            LiveObject live = find(intent, steps.applied());
            steps.of(intent, live).forEach(doing::run);
        }
        prune(wanted, policy.getMetadata().getUid(), doing);
        return doing.outcome();
    }

    /** ConfigMaps of others are not watched, so that before the first one is made it is looked whether there is one. */
    private @Nullable LiveObject find(Intent intent, Set<String> applied) {
        Optional<LiveObject> seen = view.object(intent.kind(), intent.name());
        return seen.isEmpty() && intent.kind().equals("ConfigMap") && !applied.contains(intent.id())
                ? applier.get(ObjectWriter.kind(intent.kind()), intent.name()).orElse(null)
                : seen.orElse(null);
    }

    private static Set<String> applied(JsonNode status) {
        var applied = new TreeSet<String>();
        status.path("inventory")
                .forEach(object -> applied.add(
                        object.path("kind").asText() + "/" + object.path("name").asText()));
        return applied;
    }

    private void prune(Wanted wanted, String uid, ObjectWriter.Doing doing) {
        List<LiveObject> unwanted = Pruning.of(wanted, uid, view.objects(wanted.policy()));
        if (unwanted.isEmpty()) {
            return;
        }
        if (wanted.orders().reportOnly()) {
            Manifests.compare(List.of(), unwanted, Marks.MANAGERS).forEach(doing::tell);
            return;
        }
        Optional<String> refusal = wanted.orders().prune()
                ? Optional.empty()
                : Pruning.of(view.objects(), desired.get()).refusal();
        if (refusal.isPresent()) {
            doing.refuse(refusal.get());
        } else {
            unwanted.forEach(doing::remove);
        }
    }
}
