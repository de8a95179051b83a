package dev.ballast.reconcile;

import dev.ballast.cluster.Applier;
import dev.ballast.cluster.Watched;
import dev.ballast.drift.ManifestDrift;
import dev.ballast.observed.LiveObject;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out steps, and remembers what came of them. */
final class ObjectWriter {
    private static final int CONFLICT = 409;

    private final Applier applier;

    ObjectWriter(Applier applier) {
        this.applier = applier;
    }

    Doing begin(Instant at) {
        return new Doing(at);
    }

    static Watched kind(String kind) {
        return Watched.ofManifest(kind).orElseThrow();
    }

    /** What was done so far, of one look. */
    final class Doing {
        private final Instant at;
        private final List<ManifestDrift> left = new ArrayList<>();
        private final List<ManifestDrift> undone = new ArrayList<>();
        private final List<ManifestDrift> conflicts = new ArrayList<>();
        private final List<Outcome.Done> done = new ArrayList<>();
        private @Nullable String refusal;

        Doing(Instant at) {
            this.at = at;
        }

        void run(Step step) {
            if (step instanceof Step.Create create) {
                create(create.intent());
            } else if (step instanceof Step.Update update) {
                update(update.intent());
            } else if (step instanceof Step.Correct correct) {
                correct(correct);
            } else if (step instanceof Step.Adopt adopt) {
                adopt(adopt);
            } else if (step instanceof Step.Tell tell) {
                boolean conflict = tell.drift().kind() == ManifestDrift.Kind.CONFLICT;
                (conflict ? conflicts : left).add(tell.drift());
            }
        }

        private void update(Intent intent) {
            applier.apply(kind(intent.kind()), intent.body());
            done.add(new Outcome.Done("Updated", intent.id()));
        }

        private void create(Intent intent) {
            applier.applyPolitely(kind(intent.kind()), intent.body());
            done.add(new Outcome.Done("Created", intent.id()));
        }

        /** Our copy may be behind, and a server may write a value in its own way: it decides whether anything differs. */
        private void correct(Step.Correct step) {
            Watched kind = kind(step.intent().kind());
            boolean extra = step.drift().kind() == ManifestDrift.Kind.EXTRA;
            if (step.drift().kind() == ManifestDrift.Kind.CHANGED
                    && !Sameness.differs(
                            step.live().root(),
                            applier.dryRun(kind, step.intent().body()))) {
                return;
            }
            if (extra) {
                applier.apply(
                        kind, Neutral.without(step.intent().body(), step.drift().fields()));
            }
            applier.apply(kind, step.intent().body());
            undone.add(step.drift());
        }

        private void adopt(Step.Adopt step) {
            Watched kind = kind(step.intent().kind());
            applier.edit(kind, step.live().name(), Adoption.patch(step.live(), at));
            applier.apply(kind, step.intent().body());
            done.add(new Outcome.Done("Adopted", step.intent().id()));
        }

        void remove(LiveObject object) {
            try {
                applier.delete(kind(object.kind()), object);
                done.add(new Outcome.Done("Removed", object.kind() + "/" + object.name()));
            } catch (KubernetesClientException e) {
                // It is another one by now: the watch will tell, and it will be judged anew.
                if (e.getCode() != CONFLICT) {
                    throw e;
                }
            }
        }

        void tell(ManifestDrift drift) {
            left.add(drift);
        }

        void refuse(String why) {
            refusal = why;
        }

        Outcome outcome() {
            return new Outcome(left, undone, conflicts, done, refusal, null);
        }
    }
}
