package dev.ballast.rules.schedule;

import dev.ballast.calendar.CronDialect;
import dev.ballast.calendar.CronReading;
import dev.ballast.calendar.CronSchedule;
import dev.ballast.calendar.TierTime;
import dev.ballast.calendar.TierTimes;
import dev.ballast.diagnostic.Place;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Tier;
import dev.ballast.velero.VeleroVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The time of a tier as somebody wrote it. */
final class WrittenTime {
    private WrittenTime() {}

    /** The text that some layer gave; empty where the default holds. */
    static Optional<String> text(BackupPlan policy, Tier tier) {
        return Optional.ofNullable(policy.terms().schedule().times().get(tier));
    }

    /** The text, if it is a cron. */
    static Optional<String> cron(BackupPlan policy, Tier tier) {
        return text(policy, tier)
                .filter(text -> TierTimes.parse(tier, text) instanceof TierTimes.Understood understood
                        && understood.time() instanceof TierTime.CronTime);
    }

    /** Where the time stands; where what is kept stands when the default holds. */
    static Place.Field place(BackupPlan policy, Tier tier) {
        boolean written = text(policy, tier).isPresent();
        return policy.place((written ? "/schedule/" : "/keep/") + tier.word());
    }

    /** The dialects of the environment, then those it meets at upgrades, each with its first release. */
    static Map<CronDialect, VeleroVersion> dialects(EnvironmentPlan environment) {
        var all = new LinkedHashMap<>(environment.velero().dialects());
        all.putAll(environment.velero().laterDialects());
        return all;
    }

    /** What those releases that accept the cron of a tier make of it. */
    static Map<VeleroVersion, CronSchedule> readings(TierPlan tier, Map<CronDialect, VeleroVersion> dialects) {
        var readings = new LinkedHashMap<VeleroVersion, CronSchedule>();
        dialects.forEach((dialect, version) -> {
            if (CronSchedule.parse(tier.cron(), dialect) instanceof CronReading.Parsed parsed) {
                readings.put(version, parsed.schedule());
            }
        });
        return readings;
    }
}
