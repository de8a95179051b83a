package dev.ballast.drift;

import dev.ballast.cost.Bytes;
import dev.ballast.cost.Cause;
import dev.ballast.cost.Decomposition;
import dev.ballast.cost.Deposits;
import dev.ballast.cost.Kept;
import dev.ballast.policy.Terms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The way from what should be stored to what is, one thing after the other: which backups there are, how much data, how it changes, where
 * it lies, what that costs, and last what was measured. Each step is put down to what it changes.
 */
final class CostWalk {
    private final Deposits deposits;
    private final Terms.Size declared;
    private final Terms.Size found;
    private final long at;

    /**
     * @param declared the size that is expected
     * @param found the size as far as it was measured
     * @param at epoch second
     */
    CostWalk(Deposits deposits, Terms.Size declared, Terms.Size found, long at) {
        this.deposits = deposits;
        this.declared = declared;
        this.found = found;
        this.at = at;
    }

    /**
     * The end of the way.
     *
     * @param modelled what should be stored of the backups that are there
     * @param measured what was measured of that; empty where nothing was
     */
    record End(Decomposition parts, Bytes modelled, Map<Bytes.Bin, Long> measured) {}

    /** @param measure finds what was measured of some bytes */
    End walk(Copies copies, Function<Bytes, Map<Bytes.Bin, Long>> measure) {
        var steps = new ArrayList<Decomposition.Step>();
        List<Copy> there = new ArrayList<>(copies.expected());
        Decomposition.Worth expected = atHome(there, declared, declared);
        Set<Copy> missing = new HashSet<>(copies.missing());
        there.removeIf(missing::contains);
        steps.add(new Decomposition.Step(Cause.Kind.MISSING, atHome(there, declared, declared)));
        there.addAll(copies.overdue());
        steps.add(new Decomposition.Step(Cause.Kind.OVERDUE, atHome(there, declared, declared)));
        there.addAll(copies.unmanaged());
        steps.add(new Decomposition.Step(Cause.Kind.UNMANAGED, atHome(there, declared, declared)));
        there.addAll(copies.orphaned());
        there.addAll(copies.stray());
        steps.add(new Decomposition.Step(Cause.Kind.ORPHANED, atHome(there, declared, declared)));
        steps.add(new Decomposition.Step(Cause.Kind.SIZE, atHome(there, found, declared)));
        steps.add(new Decomposition.Step(Cause.Kind.CHANGE, atHome(there, found, found)));
        Bytes placed = stored(there.stream().map(Copy::placed).toList(), found, found);
        steps.add(new Decomposition.Step(Cause.Kind.PLACE, deposits.worth(placed, false)));
        steps.add(new Decomposition.Step(Cause.Kind.PRICE, deposits.worth(placed, true)));
        Map<Bytes.Bin, Long> measured = measure.apply(placed);
        if (!measured.isEmpty()) {
            Bytes real = placed.replaced(measured);
            steps.add(new Decomposition.Step(Cause.Kind.UNEXPLAINED, deposits.worth(real, true)));
        }
        return new End(Decomposition.of(expected, steps), placed, measured);
    }

    private Decomposition.Worth atHome(List<Copy> copies, Terms.Size amount, Terms.Size changing) {
        return deposits.worth(stored(copies.stream().map(Copy::home).toList(), amount, changing), false);
    }

    private Bytes stored(List<Kept> kept, Terms.Size amount, Terms.Size changing) {
        return deposits.stored(kept, amount, changing, at);
    }
}
