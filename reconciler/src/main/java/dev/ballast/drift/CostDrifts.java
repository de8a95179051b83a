package dev.ballast.drift;

import dev.ballast.cost.Calibration;
import dev.ballast.cost.Deposits;
import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far what is stored is off from what should be by now. Expected are the backups that were due and have not expired, at the size and in
 * the place that are declared; actual are those that are there, as far as it was measured with their measured sizes, and where they lie.
 */
public final class CostDrifts {
    private final CostBasis basis;
    private final Deposits deposits;
    private final Owners owners;
    private final Uploads uploads;
    private final Map<String, Copies> copies = new LinkedHashMap<>();

    private CostDrifts(CostBasis basis) {
        this.basis = basis;
        this.deposits = Deposits.of(basis.environment(), basis.expected(), basis.actual());
        this.uploads = new Uploads(basis.observed());
        Sites sites = new Sites(basis, deposits);
        this.owners = Owners.of(basis, uploads, deposits, sites);
        for (BackupPlan plan : basis.environment().policies()) {
            var sorting = new Sorting(plan, sites, deposits, basis.at());
            List<Sorting.Folder> folders = owners.folders(plan.name(), sites);
            copies.put(
                    plan.name(),
                    sorting.sort(
                            basis.lives().getOrDefault(plan.name(), Map.of()),
                            owners.backups(plan.name()),
                            owners.byHand(plan.name()),
                            folders,
                            owners.strays(plan.name(), folders)));
        }
    }

    /** The drift of every policy of whose size anything is known, and of what lies in its stores beside. */
    public static Expenses of(CostBasis basis) {
        var drifts = new CostDrifts(basis);
        var policies = new TreeMap<String, CostDrift>();
        for (BackupPlan plan : basis.environment().policies()) {
            drifts.policy(plan).ifPresent(drift -> policies.put(plan.name(), drift));
        }
        return new Expenses(policies, new Unowned(basis, drifts.deposits, drifts.owners, drifts.uploads).drift());
    }

    /** What was measured of the data of each policy, by its uploads. */
    public static Calibration calibration(CostBasis basis) {
        var drifts = new CostDrifts(basis);
        var measured = new TreeMap<String, Calibration.Measured>();
        for (BackupPlan plan : basis.environment().policies()) {
            drifts.measured(plan).ifPresent(found -> measured.put(plan.name(), found));
        }
        return new Calibration(measured);
    }

    private Optional<Calibration.Measured> measured(BackupPlan plan) {
        return new Calibrator(plan, owners.backups(plan.name()), uploads).measure();
    }

    private Optional<CostDrift> policy(BackupPlan plan) {
        Terms.Size declared = plan.terms().size();
        Calibration.Measured measured =
                measured(plan).or(() -> basis.calibration().policy(plan.name())).orElse(null);
        Terms.Size found = measured == null ? declared : measured.on(declared);
        boolean elsewhere = deposits.countedIn(plan).isPresent();
        if (!elsewhere && !isSized(found)) {
            return Optional.empty();
        }
        Copies counted = counted(plan, elsewhere);
        // Where nobody said how much there is, what was measured is no drift.
        Terms.Size said = elsewhere || isSized(declared) ? declared : found;
        var walk = new CostWalk(deposits, said, found, basis.at().getEpochSecond());
        var buckets = new Buckets(basis, owners, plan.name());
        CostWalk.End end = walk.walk(counted, buckets::measure);
        var figures = new Figures(plan, said, found, measured, end, elsewhere);
        var evidence = new Evidence(basis, deposits, figures, counted, owners.deletions());
        return Optional.of(new CostDrift(
                deposits.currency().orElse(null),
                end.parts(),
                evidence.lines(),
                figures.expected(),
                figures.actual(),
                deposits.currency().isPresent()
                        && basis.thresholds()
                                .exceededBy(
                                        end.parts().drift(),
                                        end.parts().expected().monthly())));
    }

    private static boolean isSized(Terms.Size size) {
        return size.data() != null || !size.byMethod().isEmpty();
    }

    /** Its own, and the volumes of those that say its volumes are theirs too. */
    private Copies counted(BackupPlan plan, boolean elsewhere) {
        Copies own = copies.getOrDefault(plan.name(), Copies.NONE);
        if (elsewhere) {
            return own.counting(false, true);
        }
        Copies all = own;
        for (BackupPlan other : basis.environment().policies()) {
            if (deposits.countedIn(other).filter(plan.name()::equals).isPresent()) {
                all = all.plus(copies.getOrDefault(other.name(), Copies.NONE).counting(true, false));
            }
        }
        return all;
    }
}
