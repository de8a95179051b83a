package dev.ballast.reconcile;

import dev.ballast.drift.ManifestDrift;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of seeing to the objects of one policy.
 *
 * @param left drift that is still there: told, not undone
 * @param undone drift that was found and put right
 * @param conflicts objects with our names that belong to somebody else
 * @param done what else was done
 * @param refusal why objects that nobody wants any longer were not removed; absent when none had to stay
 * @param failure what the server said where it refused; absent when it took everything
 */
record Outcome(
        List<ManifestDrift> left,
        List<ManifestDrift> undone,
        List<ManifestDrift> conflicts,
        List<Done> done,
        @Nullable String refusal,
        @Nullable String failure) {
    /** Nothing was to be done. */
    static final Outcome NOTHING = new Outcome(List.of(), List.of(), List.of(), List.of(), null, null);

    Outcome {
        left = List.copyOf(left);
        undone = List.copyOf(undone);
        conflicts = List.copyOf(conflicts);
        done = List.copyOf(done);
    }

    /** The same where the server refused. */
    static Outcome failed(String failure) {
        return new Outcome(List.of(), List.of(), List.of(), List.of(), null, failure);
    }

    /**
     * Something that was done because a policy asks for it.
     *
     * @param what for example {@code Created}
     * @param object {@code Kind/name}
     */
    record Done(String what, String object) {}
}
