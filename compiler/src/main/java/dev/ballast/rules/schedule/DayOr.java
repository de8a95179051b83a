package dev.ballast.rules.schedule;

import dev.ballast.calendar.CronDialect;
import dev.ballast.calendar.CronFields;
import dev.ballast.calendar.CronSchedule;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.VeleroVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A cron with a day of the month and a day of the week: either is enough up to Velero 1.18.2, and both are needed from 1.18.3 on. */
final class DayOr implements Rule.OfTier {
    @Override
    public String id() {
        return "schedule.day-or";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        if (!tier.calendar().dayFieldsBothRestricted()) {
            return List.of();
        }
        Map<CronDialect, VeleroVersion> dialects = WrittenTime.dialects(environment);
        boolean both = dialects.keySet().equals(Set.of(CronDialect.GO_CRON));
        if (both) {
            dialects.put(CronDialect.ROBFIG_V3, new VeleroVersion(1, 18, 2));
        }
        String meanings = WrittenTime.readings(tier, dialects).entrySet().stream()
                .map(reading -> meaning(reading.getValue(), reading.getKey(), context.at()))
                .collect(Collectors.joining("; "));
        Diagnostic found = at(
                        WrittenTime.place(policy, tier.tier()),
                        "`%s` names days of the month and of the week: %s".formatted(tier.cron(), meanings))
                .help("name days of the month or days of the week, and leave the other field `*`");
        return List.of(both ? asNote(found) : found);
    }

    /** Where it means what was probably meant, and would not on an older release. */
    private static Diagnostic asNote(Diagnostic found) {
        return Diagnostic.note(found.rule(), found.place(), found.message()).help(found.help());
    }

    private static String meaning(CronSchedule schedule, VeleroVersion version, Instant after) {
        boolean either = schedule.fields().map(CronFields::oneDayFieldIsEnough).orElse(false);
        return "Velero %s runs when %s (%s)"
                .formatted(version, either ? "either fits" : "both fit", Dates.next(schedule, after));
    }
}
