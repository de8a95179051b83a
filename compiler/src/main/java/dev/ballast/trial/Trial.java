package dev.ballast.trial;

import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.Money;
import dev.ballast.policy.PolicyTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A test, played in one environment and judged.
 *
 * @param environment absent for the built-in one, and where the policy does not exist anywhere
 * @param statements in the order of the reference
 */
public record Trial(PolicyTest test, @Nullable String environment, List<Judged> statements) {
    /** Plays a test and judges it. */
    static Trial of(PolicyTest test, BackupPlan plan, @Nullable String environment, Bills.Monthly bill) {
        Scene scene = Scene.of(test, plan);
        PolicyTest.Expectations expect = test.expect();
        var judged = new ArrayList<Judged>();
        if (expect.points() != null) {
            judged.add(Counts.points(scene, expect.points()));
        }
        if (expect.good() != null) {
            judged.add(Counts.good(scene, expect.good()));
        }
        if (expect.runs() != null) {
            judged.add(Counts.runs(scene, expect.runs()));
        }
        if (expect.lookback() != null) {
            judged.add(Spans.lookback(scene, expect.lookback()));
        }
        if (expect.newestGoodAge() != null) {
            judged.add(Spans.newest(scene, expect.newestGoodAge()));
        }
        if (Boolean.TRUE.equals(expect.monthHasPoint())) {
            judged.add(Months.judge(scene));
        }
        if (expect.cost() != null) {
            judged.add(cost(scene, expect.cost(), bill.of(scene.calm())));
        }
        return new Trial(test, environment, List.copyOf(judged));
    }

    /** A policy that is not where it is to be tested. */
    static Trial missing(PolicyTest test, @Nullable String environment) {
        String where = environment == null ? "in any environment" : "in `%s`".formatted(environment);
        var breach = new Judged.Breach(
                test.from(), "the policy `%s` does not exist %s".formatted(test.policy(), where), List.of());
        return new Trial(test, environment, List.of(new Judged("policy", test.policy(), "none", breach)));
    }

    /** Whether every statement holds. */
    public boolean holds() {
        return statements.stream().allMatch(Judged::holds);
    }

    /** The last of the days. */
    public java.time.Instant end() {
        return test.from().plus(Duration.ofDays(test.days()));
    }

    private static Judged cost(Scene scene, Money expected, Optional<Money> found) {
        String text = found.map(Money::toString).orElse("not known");
        String message = null;
        if (found.isEmpty()) {
            message = "what it costs is not known: the size or a price is missing";
        } else if (!found.get().currency().equals(expected.currency())) {
            message = "it costs %s a month, and that is not the currency of the expected %s".formatted(text, expected);
        } else if (found.get().amount().compareTo(expected.amount()) > 0) {
            message = "it costs %s a month at rest, expected at most %s".formatted(text, expected);
        }
        return new Judged(
                "cost",
                expected.toString(),
                text,
                message == null ? null : new Judged.Breach(scene.end(), message, List.of()));
    }
}
