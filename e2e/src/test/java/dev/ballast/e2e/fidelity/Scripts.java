package dev.ballast.e2e.fidelity;

import dev.ballast.e2e.fidelity.Played.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is played: dates are fixed, whatever the day is, so that two runs can be compared. */
final class Scripts {
    private static final Path EXAMPLES = Path.of("../examples/policies");
    private static final List<Path> BOOKSTORE =
            List.of(EXAMPLES.resolve("apps/bookstore.yaml"), EXAMPLES.resolve("environments/prod.yaml"));
    private static final List<Path> ZONED = List.of(Path.of("src/test/resources/fidelity/zoned.yaml"));

    private Scripts() {}

    /** The textbook scheme, over a first of a month to the next. */
    static Script fortyDays() {
        return script("forty-days", "2027-02-20T12:00:00Z", "2027-04-01T12:00:00Z", "PT17M23S", BOOKSTORE);
    }

    /** The textbook scheme until its first monthly backup is gone; collections are as late as they can be. */
    static Script year() {
        return script("a-year", "2026-12-31T12:00:00Z", "2028-01-03T12:00:00Z", "PT59M41S", BOOKSTORE);
    }

    /** Times of Berlin, over the day in March that has no 02:30. */
    static Script spring() {
        return script("spring", "2027-03-26T12:00:00Z", "2027-04-04T12:00:00Z", "PT8M52S", ZONED);
    }

    /** Times of Berlin, over the day in October that has 02:30 twice. */
    static Script autumn() {
        return script("autumn", "2027-10-29T12:00:00Z", "2027-11-07T12:00:00Z", "PT44M7S", ZONED);
    }

    private static Script script(String name, String start, String until, String phase, List<Path> files) {
        return new Script(name, Instant.parse(start), Instant.parse(until), Duration.parse(phase), files);
    }
}
