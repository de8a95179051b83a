package dev.ballast.rules.schedule;

import dev.ballast.calendar.CronFields;
import dev.ballast.calendar.CronSchedule;
import dev.ballast.calendar.DstTimes.Kind;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A local time that the clock skips in spring, or shows twice in autumn. */
final class DstTime implements Rule.OfTier {
    @Override
    public String id() {
        return "schedule.dst";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        CronSchedule calendar = tier.calendar();
        Optional<CronFields> fields = calendar.fields().filter(DstTime::matters);
        return Stream.of(Kind.values())
                .flatMap(kind ->
                        fields
                                .flatMap(times -> ChangeOfClock.first(times, calendar.zone(), kind, context.at()))
                                .stream())
                .limit(1)
                .map(change -> found(change, tier, policy, environment))
                .toList();
    }

    /** Where every hour has its run, one more or one less is nothing to plan for. */
    private static boolean matters(CronFields fields) {
        return !fields.hours().isEvery();
    }

    private Diagnostic found(ChangeOfClock change, TierPlan tier, BackupPlan policy, EnvironmentPlan environment) {
        String runs = WrittenTime.readings(tier, WrittenTime.dialects(environment)).entrySet().stream()
                .map(reading -> "Velero %s %s".formatted(reading.getKey(), change.runs(reading.getValue())))
                .collect(Collectors.joining("; "));
        return at(
                        WrittenTime.place(policy, tier.tier()),
                        "%s in `%s`: %s".formatted(change, tier.calendar().zone(), runs))
                .help("take a time outside the hours in which the clock is changed");
    }
}
