package dev.ballast.rules.retention;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Keep;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A backup that is gone before the next one of its tier is due. A count cannot be: its TTL is made from the intervals. */
final class ShorterThanInterval implements Rule.OfTier {
    @Override
    public String id() {
        return "retention.shorter-than-interval";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        if (!falls(tier)) {
            return List.of();
        }
        Duration interval = tier.rhythm().longest().orElseThrow();
        String word = tier.tier().word();
        return List.of(at(
                        policy.place("/keep/" + word),
                        "%s backups live `%s`, and up to `%s` pass before the next one: there are times without any"
                                .formatted(word, Spans.life(tier), Spans.text(interval)))
                .help("keep a count, or a span of at least `%s`".formatted(Spans.text(Spans.wholeHours(interval)))));
    }

    /** Whether backups of a tier are gone before the next one is due. */
    static boolean falls(TierPlan tier) {
        Optional<Duration> interval = tier.rhythm().longest();
        return tier.keep() instanceof Keep.Span
                && interval.isPresent()
                && tier.ttl().plus(winterHour(tier, interval.get())).compareTo(interval.get()) < 0;
    }

    /** A day has 25 hours when winter time begins; {@code 24h} and {@code 7d} mean a day and a week all the same. */
    private static Duration winterHour(TierPlan tier, Duration interval) {
        boolean clockChanges = !tier.calendar().zone().getRules().isFixedOffset();
        return clockChanges && interval.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofHours(1) : Duration.ZERO;
    }
}
