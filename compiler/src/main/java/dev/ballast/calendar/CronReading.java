package dev.ballast.calendar;

import org.jspecify.annotations.Nullable;

/** What a library makes of a cron text. */
public sealed interface CronReading {

    /** It was understood. */
    record Parsed(CronSchedule schedule) implements CronReading {}

    /**
     * It is refused: the Schedule ends FailedValidation and makes no backups.
     *
     * @param message what was found and what was expected, as a diagnostic says it
     * @param offset where the mistake begins in the text, in characters
     * @param length how long it is; 0 when something is missing there
     * @param field the field it is in; absent when it is not in one
     */
    record Refused(
            String text,
            CronDialect dialect,
            String message,
            int offset,
            int length,
            @Nullable CronField field) implements CronReading {}
}
