package dev.ballast.rules.limit;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.BackupPlan.SourcedLimits;
import dev.ballast.policy.Limits;
import dev.ballast.policy.Quantities;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The limits of a policy that matter: of several, the stricter holds. */
final class Caps {
    private Caps() {}

    /**
     * A span that limits, the strictest of several.
     *
     * @param by the limits that set it
     */
    record Cap(Duration span, SourcedLimits by) {}

    /** The least of a span over all limits. */
    static Optional<Cap> least(BackupPlan policy, Function<Limits, Optional<Duration>> span) {
        return all(policy, span).min(Comparator.comparing(Cap::span));
    }

    /** The greatest of a span over all limits. */
    static Optional<Cap> greatest(BackupPlan policy, Function<Limits, Optional<Duration>> span) {
        return all(policy, span).max(Comparator.comparing(Cap::span));
    }

    private static Stream<Cap> all(BackupPlan policy, Function<Limits, Optional<Duration>> span) {
        return policy.limits().stream()
                .flatMap(limits -> span.apply(limits.limits()).map(given -> new Cap(given, limits)).stream());
    }

    /** The first limits that something goes against. */
    static Optional<SourcedLimits> first(BackupPlan policy, Predicate<Limits> violated) {
        return policy.limits().stream()
                .filter(limits -> violated.test(limits.limits()))
                .findFirst();
    }

    /** The finding with the place of the limit. */
    static Diagnostic with(Diagnostic finding, SourcedLimits limits, String pointer) {
        Place.Field place = limits.place();
        return finding.related(
                Place.value(place.source(), place.document(), place.pointer() + "/" + pointer),
                "the limit of " + limits.owner());
    }

    /** A span in whole days where it is that, else in Go's words. */
    static String text(Duration span) {
        return span.toDays() > 0 && span.equals(Duration.ofDays(span.toDays()))
                ? span.toDays() + "d"
                : Quantities.goText(span);
    }
}
