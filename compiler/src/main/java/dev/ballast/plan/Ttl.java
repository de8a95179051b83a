package dev.ballast.plan;

import dev.ballast.policy.Keep;
import dev.ballast.policy.Quantities;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * How long the backups of a tier live, and why.
 *
 * @param duration positive, whole seconds
 */
record Ttl(Duration duration, String reason) {
    /**
     * @param onePerPeriod whether the tier runs once in each of its periods
     * @param rhythms the schedule in each dialect that may run it
     * @param grace how much longer a strict promise is kept; zero for a nominal one
     */
    static Ttl of(Tier tier, Keep keep, boolean onePerPeriod, Collection<Rhythm> rhythms, Optional<Duration> grace) {
        if (keep instanceof Keep.Span span) {
            return new Ttl(span.duration(), "the span `%s`".formatted(span.text()));
        }
        if (keep instanceof Keep.Forever) {
            return new Ttl(Keep.Forever.DURATION, "100 years, since Velero reads 0 as 30 days");
        }
        int count = ((Keep.Count) keep).backups();
        return onePerPeriod && grace.isEmpty() ? nominal(tier, count) : longest(count, rhythms, grace);
    }

    private static Ttl nominal(Tier tier, int count) {
        if (tier == Tier.MONTHLY) {
            Duration months = Quantities.span(count + "mo").orElseThrow();
            return new Ttl(months, "%d × 365/12 days, rounded up to %d whole days".formatted(count, months.toDays()));
        }
        return new Ttl(
                tier.period().multipliedBy(count),
                "%d × %dh".formatted(count, tier.period().toHours()));
    }

    private static Ttl longest(int count, Collection<Rhythm> rhythms, Optional<Duration> grace) {
        Duration stretch = rhythms.stream()
                .flatMap(rhythm -> rhythm.stretch(count).stream())
                .max(Duration::compareTo)
                .orElse(Duration.ofHours(1));
        String reason =
                "the longest time that %d intervals span in 2024-2051, %s".formatted(count, Quantities.goText(stretch));
        return grace.map(more ->
                        new Ttl(stretch.plus(more), "%s, and %s of grace".formatted(reason, Quantities.goText(more))))
                .orElseGet(() -> new Ttl(stretch, reason));
    }
}
