package dev.ballast.calendar;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import java.util.Locale;
import java.util.Optional;

/** Crons in English. For people only: what runs when is never taken from here. */
public final class CronText {
    private static final String EVERY = "@every ";

    private CronText() {}

    /**
     * The cron in words, for example {@code at 03:00 on Monday}, with the zone in the end if it has a prefix. Empty for texts that
     * the describing library does not read; some of these a Velero does.
     */
    public static Optional<String> describe(String cron) {
        String text = cron.strip();
        if (text.startsWith("TZ=") || text.startsWith("CRON_TZ=")) {
            int space = text.indexOf(' ');
            String zone = text.substring(text.indexOf('=') + 1, Math.max(space, text.indexOf('=') + 1));
            return space < 0
                    ? Optional.empty()
                    : describe(text.substring(space)).map(words -> words + ", " + zone);
        }
        if (text.startsWith(EVERY)) {
            return Optional.of("every " + text.substring(EVERY.length()) + " after the last backup");
        }
        return fields(CronReader.nickname(text).orElse(text));
    }

    private static Optional<String> fields(String fields) {
        var parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        try {
            return Optional.of(inEnglish(CronDescriptor.instance(Locale.UK)
                    .describe(parser.parse(fields.replace('?', '*')).validate())));
        } catch (IllegalArgumentException notReadThere) {
            return Optional.empty();
        }
    }

    /** The library says {@code at Sunday day} and {@code at 1 day}. */
    private static String inEnglish(String words) {
        return words.replaceAll(" at ((?:(?:[A-Z][a-z]+day|and|,) ?)+) days?", " on $1")
                .replaceAll(" at ((?:(?:\\d+|and|,) ?)+) days?", " on day $1")
                .replaceAll(" +", " ");
    }
}
