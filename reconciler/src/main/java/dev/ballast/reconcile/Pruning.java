package dev.ballast.reconcile;

import dev.ballast.drift.Ownership;
import dev.ballast.observed.LiveObject;
import dev.ballast.observed.ObservedReader;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of ours nobody wants any longer, and whether so much may go at once. A change of one class can drop a tier of every policy: what nobody
 * meant should not be carried out in a second.
 *
 * @param owned how many objects are ours in all
 * @param unwanted how many of these nobody wants
 */
record Pruning(int owned, int unwanted) {
    /** Up to so many go without asking. */
    private static final int FEW = 10;

    private static final int MOST_PERCENT = 30;
    /** Counts in a whole namespace. */
    static Pruning of(Collection<LiveObject> live, Desired desired) {
        var wanted = new HashSet<String>();
        desired.shared().forEach(intent -> wanted.add(intent.id()));
        desired.policies().values().forEach(policy -> policy.intents().forEach(intent -> wanted.add(intent.id())));
        int owned = 0;
        int unwanted = 0;
        for (LiveObject object : live) {
            if (Ownership.of(object, Marks.MANAGERS).isOurs()) {
                owned++;
                if (!wanted.contains(object.kind() + "/" + object.name()) && isPrunable(object, desired)) {
                    unwanted++;
                }
            }
        }
        return new Pruning(owned, unwanted);
    }

    /** What a policy that is gone left is Kubernetes' to collect, and of one with errors nobody knows what it wants. */
    private static boolean isPrunable(LiveObject object, Desired desired) {
        return object.label(ObservedReader.POLICY)
                .map(policy -> desired.policy(policy).filter(Wanted::isValid).isPresent())
                .orElse(true);
    }

    /** The objects of a policy that it does not want any longer: ours, with its label, and owned by exactly this policy. */
    static List<LiveObject> of(Wanted wanted, String uid, Collection<LiveObject> live) {
        Set<String> ids = new HashSet<>();
        wanted.intents().forEach(intent -> ids.add(intent.id()));
        return live.stream()
                .filter(object -> !ids.contains(object.kind() + "/" + object.name()))
                .filter(object -> Ownership.of(object, Marks.MANAGERS).isOurs() && isOwnedBy(object, uid))
                .toList();
    }

    private static boolean isOwnedBy(LiveObject object, String uid) {
        for (var owner : object.metadata().path("ownerReferences")) {
            if (owner.path("uid").asText().equals(uid)) {
                return true;
            }
        }
        return false;
    }

    /** Why it may not be done; nothing when it may. */
    Optional<String> refusal() {
        return unwanted > FEW && unwanted * 100L > (long) owned * MOST_PERCENT
                ? Optional.of(
                        ("%d of %d objects are wanted no longer, which is more than %d %%: nothing is removed until"
                                        + " the annotation `%s: %s` on this policy or its Environment says that it is meant")
                                .formatted(unwanted, owned, MOST_PERCENT, Marks.PRUNE, Marks.CONFIRMED))
                : Optional.empty();
    }
}
