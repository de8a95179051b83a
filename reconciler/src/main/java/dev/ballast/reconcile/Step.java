package dev.ballast.reconcile;

import dev.ballast.drift.ManifestDrift;
import dev.ballast.observed.LiveObject;

/** One thing to be done about one object of a policy, or to be told instead. */
sealed interface Step {
    /** It is not there, and was not ours before. */
    record Create(Intent intent) implements Step {}

    /** It is ours, and the policy asks for something else than it did. */
    record Update(Intent intent) implements Step {}

    /**
     * It is ours, and somebody else changed or removed it.
     *
     * @param live absent, as a missing node, when it was removed
     */
    record Correct(Intent intent, LiveObject live, ManifestDrift drift) implements Step {}

    /** It was somebody else's, and the policy says that it is to be ours. */
    record Adopt(Intent intent, LiveObject live, ManifestDrift drift) implements Step {}

    /** It is only told: the policy leaves it, or it is not ours to change. */
    record Tell(ManifestDrift drift) implements Step {}
}
