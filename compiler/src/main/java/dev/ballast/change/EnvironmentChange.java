package dev.ballast.change;

import dev.ballast.calendar.CronDialect;
import dev.ballast.velero.VeleroRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An environment, before and after.
 *
 * @param name absent for the built-in one
 * @param before absent when it is new
 * @param after absent when it is gone
 * @param objects that belong to no policy
 * @param policies every one of either side, by name
 */
public record EnvironmentChange(
        @Nullable String name,
        Change change,
        @Nullable EnvironmentState before,
        @Nullable EnvironmentState after,
        List<ObjectChange> objects,
        List<PolicyChange> policies) {

    /** The releases of Velero that it was running. */
    public @Nullable VeleroRange veleroBefore() {
        return before == null ? null : before.velero();
    }

    /** The releases of Velero that it will be running. */
    public @Nullable VeleroRange veleroAfter() {
        return after == null ? null : after.velero();
    }

    /** Whether another release of Velero reads what is emitted. */
    public boolean movesVelero() {
        return before != null && after != null && !before.velero().equals(after.velero());
    }

    /** Locations whose backups are given up. */
    public List<Abandoned> abandoned() {
        return Abandoned.of(this);
    }

    static EnvironmentChange between(@Nullable EnvironmentState before, @Nullable EnvironmentState after, Instant at) {
        Map<String, PolicyState> old = before == null ? Map.of() : before.byName();
        Map<String, PolicyState> now = after == null ? Map.of() : after.byName();
        VeleroRange veleroBefore = before == null ? null : before.velero();
        VeleroRange veleroAfter = after == null ? null : after.velero();
        CronDialect first = dialect(veleroBefore, veleroAfter);
        CronDialect second = dialect(veleroAfter, veleroBefore);
        var names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        var policies = new ArrayList<PolicyChange>();
        for (String name : names) {
            policies.add(PolicyChange.between(old.get(name), first, now.get(name), second, at));
        }
        List<ObjectChange> objects = ObjectChange.between(
                before == null ? List.of() : before.objects(), after == null ? List.of() : after.objects());
        boolean same = objects.isEmpty()
                && Objects.equals(veleroBefore, veleroAfter)
                && Objects.equals(before == null ? null : before.bill(), after == null ? null : after.bill())
                && policies.stream().allMatch(policy -> policy.change() == Change.SAME);
        return new EnvironmentChange(
                after == null ? Objects.requireNonNull(before).name() : after.name(),
                Change.of(before, after, same),
                before,
                after,
                objects,
                List.copyOf(policies));
    }

    /** The cron library of a side; that of the other where there is no such side, since then nothing is compared. */
    private static CronDialect dialect(@Nullable VeleroRange own, @Nullable VeleroRange other) {
        VeleroRange range = own != null ? own : Objects.requireNonNull(other);
        return range.first().cron();
    }
}
