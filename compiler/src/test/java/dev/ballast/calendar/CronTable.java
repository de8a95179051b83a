package dev.ballast.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.zip.GZIPInputStream;

/** One printed table of a library: rows of text, start and result, in the form that src/test/go/crontables/main.go states. */
record CronTable(CronDialect dialect, List<String> rows) {
    private static final int SHOWN = 2;
    private static final int HASHED = 40;

    /** The file that the Go program writes for a dialect. */
    static String fileName(CronDialect dialect) {
        return switch (dialect) {
            case ROBFIG_V1 -> "robfig-v1.tsv.gz";
            case ROBFIG_V3 -> "robfig-v3.tsv.gz";
            case GO_CRON -> "go-cron.tsv.gz";
        };
    }

    static CronTable committed(CronDialect dialect) throws IOException {
        try (InputStream in = CronTable.class.getResourceAsStream("/crontables/" + fileName(dialect))) {
            return read(dialect, in);
        }
    }

    static CronTable read(CronDialect dialect, InputStream in) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
        return new CronTable(dialect, lines.lines().toList());
    }

    /** The rows for which the engine says something else than the library, with what it says. */
    List<String> differences() {
        return rows.stream()
                .filter(row -> !row.equals(ours(row)))
                .map(row -> row + "  but the engine: " + ours(row))
                .toList();
    }

    /** The row as the engine would print it. */
    private String ours(String row) {
        String[] columns = row.split("\t", -1);
        CronReading reading = CronSchedule.parse(unquote(columns[0]), dialect);
        String result = reading instanceof CronReading.Parsed parsed
                ? runs(parsed.schedule(), Long.parseLong(columns[1]))
                : "error";
        return columns[0] + "\t" + columns[1] + "\t" + result;
    }

    private static String runs(CronSchedule schedule, long start) {
        PrimitiveIterator.OfLong runs = schedule.epochSeconds(Instant.ofEpochSecond(start));
        if (!runs.hasNext()) {
            return "zero";
        }
        var shown = new StringBuilder();
        var all = new StringBuilder();
        long previous = start;
        for (int i = 0; i < HASHED; i++) {
            boolean due = runs.hasNext();
            long run = due ? runs.nextLong() : previous;
            String word = (due ? Long.toString(run - previous) : "zero") + " ";
            all.append(word);
            if (i < SHOWN) {
                shown.append(word);
            }
            if (!due) {
                break;
            }
            previous = run;
        }
        return shown + "#" + "%08x".formatted((int) fnv(all.toString()));
    }

    private static long fnv(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        return hash;
    }

    /** What Go's strconv.QuoteToASCII did, undone. */
    private static String unquote(String quoted) {
        var text = new StringBuilder();
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char kind = quoted.charAt(++i);
            int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 0;
            text.append(
                    switch (kind) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case '\\', '"' -> kind;
                        case 'x', 'u' -> (char) Integer.parseInt(quoted, i + 1, i + 1 + digits, 16);
                        default -> throw new IllegalArgumentException(quoted);
                    });
            i += digits;
        }
        return text.toString();
    }
}
