package dev.ballast.guard;

import dev.ballast.simulator.SimulatedVelero;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A simulated Velero with a guard that watches one policy of it: it looks whenever a Backup changes, and whenever it said that it must. */
final class GuardedCluster {
    private static final long NEVER = Long.MAX_VALUE;

    private final SimulatedVelero velero;
    private final String cluster;
    private final List<Extension> extensions = new ArrayList<>();
    private final Witness witness;
    private int wanted;
    private List<GuardedTier> tiers;
    private boolean guarding = true;
    private long nextLook;
    private long seen = -1;

    GuardedCluster(SimulatedVelero velero, String cluster, int wanted, List<GuardedTier> tiers, Witness witness) {
        this.velero = velero;
        this.cluster = cluster;
        this.wanted = wanted;
        this.tiers = tiers;
        this.witness = witness;
        this.nextLook = velero.now();
    }

    /** Who is told of what happens. */
    interface Witness {
        /** For histories of which only the end matters. */
        Witness NOBODY = new Witness() {
            @Override
            public void happened() {}

            @Override
            public void extended(Extension extension) {}
        };

        /** Something may have happened in the cluster. */
        void happened();

        /** A date was moved. */
        void extended(Extension extension);
    }

    SimulatedVelero velero() {
        return velero;
    }

    /** Everything that was extended, first to last. */
    List<Extension> extensions() {
        return extensions;
    }

    /** The policy is another one from now on. */
    void changePolicy(int nowWanted, List<GuardedTier> nowTiers) {
        wanted = nowWanted;
        tiers = nowTiers;
        nextLook = velero.now();
    }

    /** Whether the reconciler runs. */
    void setGuarding(boolean isGuarding) {
        guarding = isGuarding;
        nextLook = isGuarding ? velero.now() : NEVER;
        seen = -1;
    }

    /** What the guard sees now. */
    GuardInput input() {
        return new GuardInput(cluster, wanted, tiers, velero.backups(), Set.of(), Instant.ofEpochSecond(velero.now()));
    }

    /** When something happens next. */
    long next() {
        return Math.min(velero.next(), guarding ? nextLook : NEVER);
    }

    /** Lets everything happen until a time, and at it. */
    void runUntil(long time) {
        look();
        for (long next = next(); next <= time; next = next()) {
            velero.runUntil(next);
            witness.happened();
            look();
        }
        velero.runUntil(time);
        look();
    }

    private void look() {
        boolean changed = velero.changes() != seen;
        if (!guarding || (!changed && velero.now() < nextLook)) {
            return;
        }
        GuardInput input = input();
        Watch watch = Watch.keep(input);
        List<Extension> decided = watch.extensions();
        for (Extension extension : decided) {
            velero.patch(extension.backup(), extension.patch());
        }
        decided.forEach(witness::extended);
        extensions.addAll(decided);
        seen = velero.changes();
        Instant next = decided.isEmpty() ? watch.next() : Watch.keep(input()).next();
        nextLook = next == null ? NEVER : next.getEpochSecond();
    }
}
