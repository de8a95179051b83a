package dev.ballast.rules.schedule;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A day of the month that some months do not have. */
final class RareDay implements Rule.OfTier {
    private static final int LAST_COMMON_DAY = 28;

    @Override
    public String id() {
        return "schedule.rare-day";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        return tier
                .calendar()
                .fields()
                .filter(fields ->
                        fields.daysOfWeek().isEvery() && !fields.daysOfMonth().isEmpty())
                .filter(fields -> fields.daysOfMonth().values().get(0) > LAST_COMMON_DAY)
                .filter(fields -> tier.calendar().next(context.at()).isPresent())
                .map(fields -> missing(
                        fields.daysOfMonth().values().get(0), fields.months().values()))
                .filter(message -> !message.isEmpty())
                .map(message -> at(
                                WrittenTime.place(policy, tier.tier()),
                                message
                                        + ", so no %s backup is made then"
                                                .formatted(tier.tier().word()))
                        .help("take a day from 1 to 28"))
                .stream()
                .toList();
    }

    /** Which of the months do not have a day, or not every year; empty when all have it. */
    private static String missing(int day, List<Integer> months) {
        String without = months.stream()
                .map(Month::of)
                .filter(month -> month.minLength() < day)
                .map(month -> name(month) + (month.maxLength() < day ? "" : " of most years"))
                .collect(Collectors.joining(", "));
        return without.isEmpty() ? "" : "there is no day %d in %s".formatted(day, without);
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
