package dev.ballast.forecast;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Keep;
import dev.ballast.policy.PolicyTest.Failure;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What may befall a policy: outages of all kinds and backups of all origins, many exactly at the times at which something else happens. */
final class RandomScenarios {
    private static final long FIRST = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2038-01-01T00:00:00Z").getEpochSecond();
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;
    private static final Duration MOST_PAST = Duration.ofDays(100);
    private static final List<Integer> LENGTHS =
            List.of(1, 60, HOUR, 5 * HOUR, DAY, 2 * DAY, 9 * DAY, 40 * DAY, 200 * DAY);
    private static final List<Failure> KINDS = List.of(Failure.values());

    private final Draw draw;
    private final BackupPlan plan;
    private final Instant from;

    private RandomScenarios(Draw draw, BackupPlan plan) {
        this.draw = draw;
        this.plan = plan;
        this.from = from();
    }

    static Scenario of(Draw draw, BackupPlan plan) {
        var random = new RandomScenarios(draw, plan);
        var outages = new ArrayList<Outage>();
        var existing = new ArrayList<ExistingBackup>();
        for (int left = draw.oneIn(3) ? 0 : draw.between(1, 5); left > 0; left--) {
            outages.add(random.outage(outages));
        }
        for (int left = draw.oneIn(2) ? 0 : draw.between(1, 8); left > 0; left--) {
            existing.add(random.existing(existing.size()));
        }
        if (draw.oneIn(4)) {
            existing.addAll(random.past(draw.of(plan.tiers())));
        }
        return Scenario.from(random.from).with(outages).withExisting(existing);
    }

    /** Any second, a time at which a tier is due, or an hour around a change of its clock. */
    private Instant from() {
        Instant any = Instant.ofEpochSecond(draw.between(FIRST, LAST));
        TierPlan tier = draw.of(plan.tiers());
        return switch (draw.between(0, 2)) {
            case 0 -> any;
            case 1 -> tier.calendar().next(any).orElse(any);
            default -> {
                ZoneOffsetTransition change = tier.zone().getRules().nextTransition(any);
                Instant day = change == null ? any : change.getInstant();
                yield day.plusSeconds(draw.between(-30, 30) * 1800L);
            }
        };
    }

    private Outage outage(List<Outage> others) {
        Instant begin = others.isEmpty() || draw.oneIn(2) ? happens() : near(draw.of(others));
        Instant end = begin.plusSeconds(draw.of(LENGTHS));
        if (draw.oneIn(3)) {
            end = next(end);
        }
        return new Outage(begin, end, draw.of(KINDS));
    }

    /** At the end of another, or in it. */
    private Instant near(Outage other) {
        long length = Duration.between(other.from(), other.to()).toSeconds();
        return draw.oneIn(2) ? other.to() : other.from().plusSeconds(draw.between(0, length));
    }

    /** A time at which a tier is due, or one of its backups expires or is collected; or any other. */
    private Instant happens() {
        Instant any = from.plusSeconds(draw.between(-10L * DAY, 500L * DAY));
        Duration ttl = draw.of(plan.tiers()).ttl();
        boolean shortLived = ttl.compareTo(Duration.ofDays(500)) < 0;
        return switch (draw.between(0, 3)) {
            case 0 -> any;
            case 1 -> next(any);
            case 2 -> shortLived ? next(any).plus(ttl) : next(any);
            default -> shortLived ? next(any).plus(ttl).plusSeconds(HOUR) : next(any);
        };
    }

    private Instant next(Instant after) {
        return draw.of(plan.tiers()).calendar().next(after).orElse(after);
    }

    /** Of any tier or none, of any policy, with any life. */
    private ExistingBackup existing(int number) {
        String policy = draw.oneIn(8) ? null : draw.oneIn(8) ? "other" : plan.name();
        Tier tier = draw.oneIn(8)
                ? null
                : draw.oneIn(8)
                        ? draw.of(Arrays.asList(Tier.values()))
                        : draw.of(plan.tiers()).tier();
        Instant start = from.minusSeconds(draw.between(0, 100) * (draw.oneIn(2) ? (long) DAY : 4567L));
        if (draw.oneIn(3)) {
            start = next(start);
        }
        Instant expires = start.plusSeconds(draw.between(1, 200) * (long) (draw.oneIn(2) ? DAY : HOUR));
        if (draw.oneIn(4)) {
            expires = draw.oneIn(4) ? start.plus(Keep.Forever.DURATION) : next(expires);
        }
        return new ExistingBackup("b" + number, policy, tier, start, expires, !draw.oneIn(5));
    }

    /** As the policy has made them up to now, begun and stamped a little late, here and there with one missing or failed. */
    private List<ExistingBackup> past(TierPlan tier) {
        var past = new ArrayList<ExistingBackup>();
        int missing = draw.of(List.of(3, 10, 1000));
        Instant earliest = from.minus(tier.ttl().compareTo(MOST_PAST) < 0 ? tier.ttl() : MOST_PAST);
        Optional<Instant> due = tier.calendar().next(earliest.minusSeconds(draw.between(0, 40) * (long) HOUR));
        while (due.isPresent() && !due.get().isAfter(from)) {
            Instant start = due.get().plusSeconds(draw.oneIn(2) ? 0 : draw.between(0, 90));
            Instant expires = start.plus(tier.ttl()).plusSeconds(draw.oneIn(4) ? draw.between(-130, 130) : 0);
            if (!draw.oneIn(missing)) {
                past.add(new ExistingBackup(
                        "p" + past.size(), plan.name(), tier.tier(), start, expires, !draw.oneIn(missing)));
            }
            due = tier.calendar().next(due.get());
        }
        return past;
    }
}
