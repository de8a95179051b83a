package dev.ballast.reconcile;

import dev.ballast.cluster.Applier;
import dev.ballast.cluster.Watched;
import dev.ballast.drift.Health;
import dev.ballast.drift.TierHealth;
import dev.ballast.drift.TierLife;
import dev.ballast.guard.Extension;
import dev.ballast.guard.Guard;
import dev.ballast.guard.GuardInput;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.Tier;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets backups live longer where the guard says so. */
final class Guardian {
    private static final int GONE = 404;
    private static final int ANOTHER = 409;

    private final Applier applier;

    Guardian(Applier applier) {
        this.applier = applier;
    }

    /**
     * What the guard did.
     *
     * @param extended those that it let live longer just now
     * @param kept how many live longer than they were meant to
     * @param until when the first of these expires unless it is kept longer still
     * @param next when to look again at the latest
     */
    record Watch(
            List<Extension> extended,
            int kept,
            @Nullable Instant until,
            @Nullable Instant next) {
        static final Watch NONE = new Watch(List.of(), 0, null, null);
    }

    Watch watch(
            BackupPlan plan, String cluster, Map<Tier, TierLife> lives, Health health, PolicyView view, Instant at) {
        int promised = health.tiers().stream().mapToInt(TierHealth::atRest).sum();
        GuardInput input = GuardInput.of(plan, cluster, promised, lives, view, at);
        var extended = new ArrayList<Extension>();
        for (Extension extension : Guard.decide(input)) {
            if (extend(extension)) {
                extended.add(extension);
            }
        }
        List<Instant> kept = view.backups().stream()
                .filter(backup -> backup.isPoint(at) && backup.mayBeOf(cluster))
                .flatMap(backup -> keptUntil(backup, extended).stream())
                .toList();
        return new Watch(
                extended,
                kept.size(),
                kept.stream().min(Comparator.naturalOrder()).orElse(null),
                Guard.nextLook(input).orElse(null));
    }

    private static Optional<Instant> keptUntil(ObservedBackup backup, List<Extension> extended) {
        Optional<Instant> now = extended.stream()
                .filter(extension -> extension.uid().equals(backup.uid()))
                .map(Extension::to)
                .findFirst();
        return now.isPresent() || !backup.isExtended() ? now : Optional.ofNullable(backup.expires());
    }

    /** Whether it was still there to be kept. */
    private boolean extend(Extension extension) {
        try {
            applier.merge(Watched.BACKUPS, extension.backup(), extension.patch());
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == GONE || e.getCode() == ANOTHER) {
                return false;
            }
            throw e;
        }
    }
}
