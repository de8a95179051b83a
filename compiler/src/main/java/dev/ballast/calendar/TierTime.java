package dev.ballast.calendar;

import dev.ballast.policy.Tier;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** When a tier runs, as a policy says it. */
public sealed interface TierTime permits FriendlyTime, TierTime.CronTime {

    Tier tier();

    /** Whether it runs once in every period of its tier, so that a count of runs is a count of periods. */
    boolean isOncePerPeriod();

    /** The cron text on the clock of a zone, with a zone prefix unless that clock is UTC's or the text says its own zone. */
    String cron(ZoneId zone);

    /** {@code CRON_TZ=} and the zone; nothing for zones that always are UTC. */
    static String prefix(ZoneId zone) {
        return zone.getRules().equals(ZoneOffset.UTC.getRules()) ? "" : "CRON_TZ=" + zone.getId() + " ";
    }

    /**
     * A cron that the user wrote: what it means depends on the library, and it may be refused by some.
     *
     * @param text as written, with its zone prefix if it has one
     */
    record CronTime(Tier tier, String text) implements TierTime {

        /** Always false: any cron is a rhythm of its own. */
        @Override
        public boolean isOncePerPeriod() {
            return false;
        }

        @Override
        public String cron(ZoneId zone) {
            return hasZone() ? text : TierTime.prefix(zone) + text;
        }

        /** Whether it says its own time zone. */
        public boolean hasZone() {
            return text.startsWith("TZ=") || text.startsWith("CRON_TZ=");
        }
    }
}
