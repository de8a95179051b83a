package dev.ballast.cost;

import dev.ballast.forecast.Backups;
import dev.ballast.plan.StorePlan;
import dev.ballast.policy.Terms;
import dev.ballast.policy.Tier;
import dev.ballast.policy.Volumes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that decides how many bytes a policy stores, and where.
 *
 * @param loads its own backups by tier, finest first
 * @param guests backups of other policies that hold the same volumes; only their volumes count here
 * @param countedIn the policy that counts the volumes of this one; absent where they count here
 * @param from epoch second at which the size is what it is said to be
 */
record Workload(
        List<Load> loads,
        List<Load> guests,
        Terms.Size size,
        SnapshotPlace snapshots,
        @Nullable String countedIn,
        long from) {

    /**
     * Backups of one tier, and where they go.
     *
     * @param atRest restore points at rest
     * @param method absent where no layer chose one
     * @param store absent where it could not be resolved
     */
    record Load(
            Tier tier,
            Backups backups,
            int atRest,
            Volumes.@Nullable Method method,
            @Nullable StorePlan store) {}

    /**
     * Where snapshots stay.
     *
     * @param key of their price, when declared
     * @param full whether each copies the whole volume
     */
    record SnapshotPlace(@Nullable String key, @Nullable String region, boolean full) {}

    /**
     * Volumes that are protected in one way.
     *
     * @param method that was declared for them; absent where the tier's own holds
     */
    record Part(Volumes.@Nullable Method method, long bytes, long growth) {
        /** How a tier with a method protects them. */
        Volumes.@Nullable Method under(Volumes.@Nullable Method ofTier) {
            if (method == null) {
                return ofTier;
            }
            boolean uploaded = method == Volumes.Method.FILE_SYSTEM;
            boolean snapshots = ofTier == Volumes.Method.SNAPSHOT || ofTier == Volumes.Method.SNAPSHOT_MOVE;
            return !uploaded && snapshots ? ofTier : method;
        }
    }

    /** Whether anybody said how much data there is. */
    boolean sized() {
        return size.data() != null || !size.byMethod().isEmpty();
    }

    /** The data by the way it is protected, with its share of the growth. */
    List<Part> parts() {
        long growth = size.growth() == null ? 0 : size.growth();
        Long data = size.data();
        if (data != null) {
            return List.of(new Part(null, data, growth));
        }
        long total = total();
        return size.byMethod().entrySet().stream()
                .map(part -> new Part(
                        Volumes.Method.of(part.getKey()).orElseThrow(),
                        part.getValue(),
                        total == 0 ? 0 : Math.round((double) growth * part.getValue() / total)))
                .toList();
    }

    private long total() {
        Long data = size.data();
        return data == null
                ? size.byMethod().values().stream().mapToLong(Long::longValue).sum()
                : data;
    }

    /** How fast the data changes. */
    ChangeCurve curve() {
        if (!size.deltas().isEmpty() && total() > 0) {
            return ChangeCurve.of(size.deltas(), total());
        }
        return size.change() == null || size.reach() == null
                ? new ChangeCurve.Reach(0, 0)
                : ChangeCurve.of(size.change(), size.reach());
    }

    /** The same without a tier. */
    Workload without(Tier tier) {
        return new Workload(
                loads.stream().filter(load -> load.tier() != tier).toList(), guests, size, snapshots, countedIn, from);
    }
}
