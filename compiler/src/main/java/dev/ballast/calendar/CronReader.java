package dev.ballast.calendar;

import dev.ballast.calendar.GoText.Piece;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a cron text as one library's {@code ParseStandard} does, Velero's panic guard around it included. */
final class CronReader {
    private static final int LONGEST_FOR_GO_CRON = 1024;
    private static final String EVERY = "@every ";
    private static final Map<String, String> NICKNAMES = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");
    private static final Set<String> NEVER = Set.of("@triggered", "@manual", "@none");

    private final String text;
    private final CronDialect dialect;
    private ZoneId zone = ZoneOffset.UTC;

    CronReader(String text, CronDialect dialect) {
        this.text = text;
        this.dialect = dialect;
    }

    /** The five fields that a nickname such as {@code @daily} stands for. */
    static Optional<String> nickname(String word) {
        return Optional.ofNullable(NICKNAMES.get(word));
    }

    CronReading parse() {
        if (text.isEmpty()) {
            return refuse("the cron is empty; expected five fields", new Piece("", 0));
        }
        if (dialect == CronDialect.GO_CRON && text.getBytes(StandardCharsets.UTF_8).length > LONGEST_FOR_GO_CRON) {
            return refuse(
                    "the cron is longer than " + LONGEST_FOR_GO_CRON + " bytes, the most that " + dialect.library()
                            + " reads",
                    new Piece(text, 0));
        }
        boolean hasZone = text.startsWith("TZ=") || text.startsWith("CRON_TZ=");
        return hasZone && dialect.readsZones() ? zoned() : body(new Piece(text, 0));
    }

    private CronReading zoned() {
        int equals = text.indexOf('=');
        int space = text.indexOf(' ');
        Piece whole = new Piece(text, 0);
        if (space < 0) {
            return refuse("nothing stands after the time zone; expected a space and five fields", whole);
        }
        Piece name = whole.sub(equals + 1, space);
        if (dialect == CronDialect.GO_CRON) {
            name = unquoted(name);
            if (name.text().isEmpty()) {
                return refuse("the time zone is empty; expected a name such as `Europe/Berlin`", name);
            }
        }
        Optional<ZoneId> found = ZoneNames.find(name.text());
        if (found.isEmpty()) {
            return refuse("unknown time zone `" + name.text() + "`; expected a name such as `Europe/Berlin`", name);
        }
        zone = found.get();
        return body(whole.sub(space, text.length()).trim());
    }

    private static Piece unquoted(Piece name) {
        String text = name.text();
        int last = text.length() - 1;
        boolean quoted =
                last > 0 && text.charAt(0) == text.charAt(last) && (text.charAt(0) == '"' || text.charAt(0) == '\'');
        return quoted ? name.sub(1, last) : name;
    }

    private CronReading body(Piece body) {
        return body.text().startsWith("@") ? descriptor(body) : fields(body);
    }

    private CronReading descriptor(Piece word) {
        String fields = NICKNAMES.get(word.text());
        if (fields != null) {
            return fields(new Piece(fields, word.offset()));
        }
        if (NEVER.contains(word.text()) && dialect == CronDialect.GO_CRON) {
            return new CronReading.Parsed(new CronSchedule.Manual(text, dialect));
        }
        if (word.text().startsWith(EVERY)) {
            return every(word.sub(EVERY.length(), word.text().length()));
        }
        return refuse(
                "unknown nickname `" + word.text()
                        + "`; expected `@hourly`, `@daily`, `@midnight`, `@weekly`, `@monthly`, `@yearly`, `@annually` or `@every DURATION`",
                word);
    }

    private CronReading every(Piece duration) {
        OptionalLong nanos = GoDuration.parse(duration.text());
        if (nanos.isEmpty()) {
            return refuse(
                    "`" + duration.text() + "` is not a duration; expected hours, minutes and seconds such as `1h30m`",
                    duration);
        }
        Duration delay = Duration.ofNanos(nanos.getAsLong());
        if (delay.toSeconds() < 1) {
            if (dialect == CronDialect.GO_CRON) {
                return refuse("`" + duration.text() + "` is shorter than a second, the least for `@every`", duration);
            }
            delay = Duration.ofSeconds(1);
        }
        return new CronReading.Parsed(
                new CronSchedule.Interval(text, dialect, zone, Duration.ofSeconds(delay.toSeconds())));
    }

    private CronReading fields(Piece body) {
        List<Piece> words = body.words();
        if (words.size() != 5) {
            return refuse(countMessage(words.size()), body);
        }
        var sets = new ArrayList<FieldSet>();
        for (CronField field : CronField.values()) {
            FieldParser.Reading reading = new FieldParser(field, dialect).parse(words.get(sets.size()));
            if (reading instanceof FieldParser.Mistake mistake) {
                return refuse(mistake.message(), mistake.where(), field);
            }
            sets.add(((FieldParser.Values) reading).set());
        }
        var times = new CronFields(
                sets.get(0), sets.get(1), sets.get(2), sets.get(3), sets.get(4), dialect.needsBothDays());
        return new CronReading.Parsed(new CronSchedule.Fields(text, dialect, zone, times));
    }

    private String countMessage(int found) {
        String expected = "expected five: minute, hour, day-of-month, month and day-of-week";
        boolean zoneFirst = text.startsWith("TZ=") || text.startsWith("CRON_TZ=");
        if (zoneFirst && !dialect.readsZones()) {
            return "a time zone before the fields is unknown to " + dialect.library() + "; expected five fields only";
        }
        String seconds = found == 6 ? " (there is no field for seconds)" : "";
        return "found " + found + (found == 1 ? " field; " : " fields; ") + expected + seconds;
    }

    private CronReading refuse(String message, Piece where) {
        return refuse(message, where, null);
    }

    private CronReading refuse(String message, Piece where, @Nullable CronField field) {
        return new CronReading.Refused(
                text, dialect, message, where.offset(), where.text().length(), field);
    }
}
