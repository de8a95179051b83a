package dev.ballast.plan;

import dev.ballast.calendar.DstDefaults;
import dev.ballast.calendar.DstTimes;
import dev.ballast.calendar.FriendlyTime;
import dev.ballast.calendar.JitterOffset;
import dev.ballast.calendar.TierTime;
import dev.ballast.calendar.TierTimes;
import dev.ballast.calendar.UtcTime;
import dev.ballast.policy.Tier;
import dev.ballast.velero.VeleroFeature;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time of a tier as a cron for the environment's Velero.
 *
 * @param cron with a zone prefix where one is needed and understood
 * @param utcCron five fields in UTC; absent where there are none that mean the same in winter
 * @param onePerPeriod whether it runs once in each period of its tier
 */
record PlannedTime(String cron, @Nullable String utcCron, boolean onePerPeriod) {
    /** Where a time that cannot be read is reported. */
    interface Refusal {
        void at(TierResolver.Subject subject, String pointer, String message);
    }

    static Optional<PlannedTime> of(
            Tier tier, TierResolver.Subject subject, ZoneId zone, DstTimes changes, Refusal refusal) {
        String pointer = "/schedule/" + tier.word();
        String written = subject.terms().schedule().times().get(tier);
        TierTimes.Reading reading = written == null
                ? new TierTimes.Understood(DstDefaults.of(tier, changes))
                : TierTimes.parse(tier, written);
        if (reading instanceof TierTimes.Understood understood) {
            TierTime time = understood.time();
            return time instanceof FriendlyTime friendly
                    ? of(moved(friendly, subject, changes), subject, zone, refusal)
                    : Optional.of(of((TierTime.CronTime) time, subject, zone));
        }
        if (reading instanceof TierTimes.Misread misread) {
            refusal.at(subject, pointer, misread.message());
        }
        return Optional.empty();
    }

    private static FriendlyTime moved(FriendlyTime time, TierResolver.Subject subject, DstTimes changes) {
        return time.later(
                JitterOffset.of(
                        subject.environment().cluster(),
                        subject.policy(),
                        subject.terms().schedule().jitter()),
                changes);
    }

    private static Optional<PlannedTime> of(
            FriendlyTime time, TierResolver.Subject subject, ZoneId zone, Refusal refusal) {
        UtcTime utc = UtcTime.of(time, zone);
        String utcCron =
                utc instanceof UtcTime.Converted converted ? converted.time().cron() : null;
        if (hasZones(subject) || zone.equals(ZoneOffset.UTC)) {
            return Optional.of(new PlannedTime(time.cron(zone), utcCron, time.isOncePerPeriod()));
        }
        if (utc instanceof UtcTime.Inexpressible inexpressible) {
            refusal.at(
                    subject,
                    "/schedule/" + time.tier().word(),
                    "Velero %s knows no time zones, and no time in UTC says this: %s"
                            .formatted(subject.velero(), inexpressible.reason()));
            return Optional.empty();
        }
        return Optional.of(new PlannedTime(time.cron(), utcCron, time.isOncePerPeriod()).inUtc());
    }

    /** Without zones the UTC text is all there is. */
    private PlannedTime inUtc() {
        return utcCron == null ? this : new PlannedTime(utcCron, utcCron, onePerPeriod);
    }

    private static PlannedTime of(TierTime.CronTime time, TierResolver.Subject subject, ZoneId zone) {
        boolean inUtc = zone.equals(ZoneOffset.UTC) && !time.hasZone();
        boolean prefixed =
                !inUtc && !time.hasZone() && hasZones(subject) && !time.text().startsWith("@every");
        boolean fiveFields = !time.text().startsWith("@");
        return new PlannedTime(
                prefixed ? "CRON_TZ=%s %s".formatted(zone, time.text()) : time.text(),
                inUtc && fiveFields ? time.text() : null,
                time.isOncePerPeriod());
    }

    private static boolean hasZones(TierResolver.Subject subject) {
        return subject.velero().has(VeleroFeature.CRON_ZONE);
    }
}
