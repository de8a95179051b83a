package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ballast.drift.Author;
import dev.ballast.drift.FieldDrift;
import dev.ballast.drift.ManifestDrift;
import dev.ballast.drift.Manifests;
import dev.ballast.observed.LiveObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done so that the objects of a policy are as it asks. Nothing is decided by the number of a generation: Velero's kinds have no
 * status subresource, so that theirs rises with every status.
 *
 * @param applied {@code Kind/name} of what was applied for this policy before
 * @param adopt whether objects of others under our names are taken over
 * @param reportOnly whether drift is told and left
 */
record Steps(Set<String> applied, boolean adopt, boolean reportOnly) {
    /** What to do about one object; nothing when it is as it should be. */
    List<Step> of(Intent intent, @Nullable LiveObject live) {
        var steps = new ArrayList<Step>();
        for (ManifestDrift drift : Manifests.compare(intent.body(), live, Marks.MANAGERS)) {
            steps.add(step(intent, live, drift));
        }
        return steps;
    }

    private Step step(Intent intent, @Nullable LiveObject live, ManifestDrift drift) {
        return switch (drift.kind()) {
            case MISSING ->
                !applied.contains(intent.id())
                        ? new Step.Create(intent)
                        : corrected(intent, new LiveObject(MissingNode.getInstance()), drift);
            case CHANGED ->
                live == null || isUpdate(intent, live, drift)
                        ? new Step.Update(intent)
                        : corrected(intent, live, drift);
            case EXTRA -> live == null ? new Step.Tell(drift) : corrected(intent, live, drift);
            case CONFLICT -> live != null && adopt ? new Step.Adopt(intent, live, drift) : new Step.Tell(drift);
            case PAUSED, ORPHANED, UNAVAILABLE -> new Step.Tell(drift);
        };
    }

    private Step corrected(Intent intent, LiveObject live, ManifestDrift drift) {
        return reportOnly ? new Step.Tell(drift) : new Step.Correct(intent, live, drift);
    }

    /** Whether it is as we applied it, and only what is wanted has changed. */
    private static boolean isUpdate(Intent intent, LiveObject live, ManifestDrift drift) {
        boolean other =
                !intent.revision().equals(live.annotation(Marks.REVISION).orElse(""));
        return drift.fields().stream()
                .allMatch(field -> isOurs(field) || (field.author() == null && (other || isOwner(field))));
    }

    private static boolean isOurs(FieldDrift field) {
        Author author = field.author();
        return author != null && author.manager().equals(Marks.MANAGER);
    }

    private static boolean isOwner(FieldDrift field) {
        return field.path().startsWith("/metadata/ownerReferences");
    }
}
