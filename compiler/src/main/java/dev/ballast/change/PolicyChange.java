package dev.ballast.change;

import dev.ballast.calendar.CronDialect;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A policy in an environment, before and after.
 *
 * @param before absent when it is new there
 * @param after absent when it is gone from there
 */
public record PolicyChange(
        String policy,
        Change change,
        List<ObjectChange> objects,
        List<RunChange> runs,
        @Nullable PolicyState before,
        @Nullable PolicyState after) {
    public PolicyChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("the policy is on neither side");
        }
    }

    /** Whether nothing differs but what is estimated, of size or price. */
    boolean staysInTheCluster() {
        return objects.isEmpty() && runs.isEmpty();
    }

    static PolicyChange between(
            @Nullable PolicyState before,
            CronDialect first,
            @Nullable PolicyState after,
            CronDialect second,
            Instant at) {
        List<ObjectChange> objects = ObjectChange.between(
                before == null ? List.of() : before.objects(), after == null ? List.of() : after.objects());
        List<RunChange> runs =
                before == null || after == null ? List.of() : RunChange.between(before, first, after, second, at);
        boolean same = objects.isEmpty()
                && runs.isEmpty()
                && before != null
                && after != null
                && Objects.equals(before.outlook(), after.outlook())
                && Objects.equals(before.bill(), after.bill());
        String name =
                after != null ? after.name() : Objects.requireNonNull(before).name();
        return new PolicyChange(name, Change.of(before, after, same), objects, runs, before, after);
    }
}
