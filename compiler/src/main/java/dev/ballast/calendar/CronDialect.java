package dev.ballast.calendar;

/**
 * The cron library that a Velero release parses {@code spec.schedule} with. Source: the {@code go.mod} of each release; every one calls
 * {@code cron.ParseStandard}.
 */
public enum CronDialect {
    /** github.com/robfig/cron v1.1.0, in Velero 1.14. */
    ROBFIG_V1("robfig/cron v1.1.0"),
    /** github.com/robfig/cron/v3 v3.0.1, in Velero 1.15.0 to 1.18.2. */
    ROBFIG_V3("robfig/cron v3.0.1"),
    /** github.com/netresearch/go-cron v0.15.0, in Velero 1.18.3. */
    GO_CRON("go-cron v0.15.0");

    private final String library;

    CronDialect(String library) {
        this.library = library;
    }

    /** Name and version of the library, for people. */
    public String library() {
        return library;
    }

    /** Whether {@code CRON_TZ=} and {@code TZ=} before the fields choose a time zone. */
    public boolean readsZones() {
        return this != ROBFIG_V1;
    }

    /** Whether a day must satisfy day-of-month and day-of-week when both are restricted; otherwise one of them is enough. */
    boolean needsBothDays() {
        return this == GO_CRON;
    }

    /** Whether {@code *}{@code /2} still counts as unrestricted when the two day fields are put together. */
    boolean stepKeepsStar() {
        return this == ROBFIG_V1;
    }

    /** Whether a range may run over the end of its field, 7 is Sunday, and a step must be less than its range. */
    boolean readsModernRanges() {
        return this == GO_CRON;
    }

    /** The dialect of Velero 1.{@code minor}.{@code patch}; releases newer than the newest known are taken to be like it. */
    public static CronDialect ofVelero(int minor, int patch) {
        if (minor <= 14) {
            return ROBFIG_V1;
        }
        return minor < 18 || (minor == 18 && patch < 3) ? ROBFIG_V3 : GO_CRON;
    }
}
