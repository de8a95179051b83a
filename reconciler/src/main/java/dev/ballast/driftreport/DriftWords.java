package dev.ballast.driftreport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.cost.Cents;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.drift.Author;
import dev.ballast.drift.CostDrift;
import dev.ballast.drift.DriftReport;
import dev.ballast.drift.Health;
import dev.ballast.report.Ages;
import dev.ballast.report.Sizes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, times and values of a drift report as people read them. */
final class DriftWords {
    /** Letters of a value that are shown at most. */
    private static final int VALUE = 60;

    private DriftWords() {}

    /** For example {@code prod on Sat 2026-11-21 09:00 UTC: 2 of 5 policies are off}. */
    static String headline(DriftReport report) {
        long off = report.policies().stream().filter(policy -> !policy.isNone()).count();
        String policies = report.policies().size() == 1 ? "policy" : "policies";
        String count = off == 0
                ? "no policy is off, of %d".formatted(report.policies().size())
                : "%d of %d %s %s off".formatted(off, report.policies().size(), policies, off == 1 ? "is" : "are");
        return "%s on %s UTC: %s".formatted(report.environment(), Ages.clock(report.at()), count);
    }

    /** Restore points against those that should be there, and the age of the newest. */
    static String points(Health health, Instant at) {
        String newest = health.lastGood()
                .map(good -> ", newest %s old".formatted(Ages.text(Duration.between(good, at))))
                .orElse("");
        return "%s of %d expected by now%s"
                .formatted(
                        health.points() == 1 ? "1 restore point" : health.points() + " restore points",
                        health.promised(),
                        newest);
    }

    /** A value as JSON writes it, cut off where it is long; a text without its quotes; {@code -} for what is not there. */
    static String value(@Nullable JsonNode value) {
        if (value == null) {
            return "-";
        }
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.length() <= VALUE ? text : text.substring(0, VALUE - 1) + "…";
    }

    /** For example {@code kubectl-edit (update)}; {@code -} for nobody. */
    static String author(@Nullable Author author) {
        return author == null
                ? "-"
                : "%s (%s)".formatted(author.manager(), author.operation().toLowerCase(Locale.ROOT));
    }

    static String time(@Nullable Instant time) {
        return time == null ? "-" : Ages.clock(time);
    }

    /** With its sign: {@code +1.5 GiB}, {@code -3 B}, {@code 0 B}. */
    static String more(long bytes) {
        String text = Sizes.text(Math.abs(bytes));
        return bytes == 0 ? text : (bytes < 0 ? "-" : "+") + text;
    }

    static String money(BigDecimal amount) {
        return Cents.round(amount, EnvironmentCost.DIGITS).toPlainString();
    }

    /** With its sign: {@code +1.50}. */
    static String more(BigDecimal amount) {
        BigDecimal shown = Cents.round(amount, EnvironmentCost.DIGITS);
        return (shown.signum() > 0 ? "+" : "") + shown.toPlainString();
    }

    /** What should be stored and what is, and how well each is known. */
    static List<String> cost(CostDrift cost) {
        return List.of(
                "expected %s (%s)"
                        .formatted(
                                worth(
                                        cost,
                                        cost.parts().expected().bytes(),
                                        cost.parts().expected().monthly()),
                                cost.expected().word()),
                "actual %s (%s)"
                        .formatted(
                                worth(
                                        cost,
                                        cost.parts().actual().bytes(),
                                        cost.parts().actual().monthly()),
                                cost.actual().word()));
    }

    private static String worth(CostDrift cost, long bytes, BigDecimal monthly) {
        return cost.currency() == null
                ? Sizes.text(bytes)
                : "%s for %s %s a month"
                        .formatted(
                                Sizes.text(bytes),
                                money(monthly),
                                cost.currency().getCurrencyCode());
    }
}
