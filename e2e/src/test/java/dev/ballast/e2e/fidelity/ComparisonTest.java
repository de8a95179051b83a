package dev.ballast.e2e.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Histories made by hand: what is within the tolerance is no difference, and anything else is one. */
class ComparisonTest {
    private static final Path POLICIES = Path.of("src/test/resources/fidelity");
    private static final Instant FROM = Instant.parse("2027-01-01T12:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-10T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private static Forecast forecast;

    private final List<RecordedBackup> made = new ArrayList<>();
    private final TreeMap<Instant, Integer> counts = new TreeMap<>();
    private final List<String> vain = new ArrayList<>();

    @BeforeAll
    static void plan() throws IOException {
        Written written = Written.of("http://127.0.0.1:1", POLICIES.resolve("twice-at-two.yaml"));
        forecast = Forecaster.forecast(written.plan(), Scenario.from(FROM));
    }

    /** Nine nights, each 30 seconds late, the first two collected, and a weekly that waits for the daily of its minute. */
    ComparisonTest() {
        for (int day = 2; day <= 10; day++) {
            Instant started = Instant.parse("2027-01-%02dT02:00:30Z".formatted(day));
            Instant expires = started.plus(WEEK);
            made.add(backup("daily", started, expires, expires.isBefore(UNTIL) ? expires.plusSeconds(3500) : null));
        }
        Instant sunday = Instant.parse("2027-01-03T02:01:30Z");
        made.add(backup("weekly", sunday, sunday.plus(Duration.ofDays(28)), null));
        sunday = Instant.parse("2027-01-10T02:01:30Z");
        made.add(backup("weekly", sunday, sunday.plus(Duration.ofDays(28)), null));
        counts.put(Instant.parse("2027-01-03T01:59:30Z"), 1);
        counts.put(Instant.parse("2027-01-09T01:59:30Z"), 8);
    }

    @Test
    void acceptsWhatWasForecast() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void findsARunThatIsMissing() {
        made.remove(4);

        assertThat(differences()).containsExactly("daily: no backup for 2027-01-06T02:00:00Z");
    }

    @Test
    void findsARunTooMany() {
        Instant started = Instant.parse("2027-01-06T03:00:30Z");
        made.add(backup("daily", started, started.plus(WEEK), null));

        assertThat(differences())
                .containsExactly("daily-20270106030030: started at 2027-01-06T03:00:30Z, when nothing was due");
    }

    @Test
    void findsARunOfATierThatIsNotThere() {
        Instant started = Instant.parse("2027-01-06T03:00:30Z");
        made.add(backup("hourly", started, started.plus(WEEK), null));

        assertThat(differences())
                .containsExactly("hourly-20270106030030: started at 2027-01-06T03:00:30Z, when nothing was due");
    }

    @Test
    void findsARunThatIsEarlyOrLate() {
        Instant early = Instant.parse("2027-01-06T01:59:59Z");
        made.set(4, backup("daily", early, early.plus(WEEK), null));
        Instant late = Instant.parse("2027-01-07T02:01:01Z");
        made.set(5, backup("daily", late, late.plus(WEEK), null));

        assertThat(differences())
                .containsExactly(
                        "daily-20270106015959: started at 2027-01-06T01:59:59Z, when nothing was due",
                        "daily: no backup for 2027-01-06T02:00:00Z",
                        "daily: no backup for 2027-01-07T02:00:00Z",
                        "daily-20270107020101: started at 2027-01-07T02:01:01Z, when nothing was due");
    }

    @Test
    void letsOnlyTheSecondOfAMinuteWait() {
        Instant late = Instant.parse("2027-01-03T02:01:31Z");
        made.set(1, backup("daily", late, late.plus(WEEK), Instant.parse("2027-01-10T03:00:00Z")));

        assertThat(differences()).containsExactly("2027-01-03T02:00:00Z: 2 were due, and none started within PT1M");
    }

    @Test
    void findsAWrongExpiry() {
        Instant started = made.get(4).started();
        made.set(4, backup("daily", started, started.plus(WEEK).plusSeconds(1), null));

        assertThat(differences())
                .containsExactly(
                        "daily-20270106020030: expires at 2027-01-13T02:00:31Z, not PT30S after 2027-01-13T02:00:00Z");
    }

    @Test
    void findsACollectionThatIsEarlyLateOrMissing() {
        RecordedBackup first = made.get(0);
        Instant expires = first.expires();
        made.set(0, backup("daily", first.started(), expires, expires.minusSeconds(1)));
        RecordedBackup second = made.get(1);
        made.set(1, backup("daily", second.started(), second.expires(), null));
        RecordedBackup sixth = made.get(5);
        made.set(5, backup("daily", sixth.started(), sixth.expires(), UNTIL));

        assertThat(differences())
                .containsExactly(
                        "daily-20270102020030: gone at 2027-01-09T02:00:29Z, before it expired at 2027-01-09T02:00:30Z",
                        "daily-20270103020030: still there at 2027-01-10T12:00:00Z, expired at 2027-01-10T02:00:30Z",
                        "daily-20270107020030: gone at 2027-01-10T12:00:00Z, before it expired at 2027-01-14T02:00:30Z");
    }

    @Test
    void findsALateCollection() {
        RecordedBackup first = made.get(0);
        made.set(
                0,
                backup(
                        "daily",
                        first.started(),
                        first.expires(),
                        first.expires().plusSeconds(3601)));

        assertThat(differences())
                .containsExactly("daily-20270102020030: gone at 2027-01-09T03:00:31Z, more than PT1H after it expired"
                        + " at 2027-01-09T02:00:30Z");
    }

    @Test
    void findsAFailureACountAndWhatWasWaitedForInVain() {
        RecordedBackup first = made.get(2);
        made.set(
                2,
                new RecordedBackup(first.name(), "daily", first.started(), first.expires(), "FailedValidation", null));
        counts.put(Instant.parse("2027-01-08T01:59:30Z"), 6);
        vain.add("daily backup 3 was waited for in vain");

        assertThat(differences())
                .containsExactly(
                        "daily backup 3 was waited for in vain",
                        "daily-20270104020030: ended FailedValidation",
                        "2027-01-08T01:59:30Z: 6 restore points, forecast were 7");
    }

    private List<String> differences() {
        return Comparison.differences(new History(FROM, UNTIL, made, counts, vain), forecast);
    }

    private static RecordedBackup backup(String tier, Instant started, Instant expires, @Nullable Instant collected) {
        String stamp = started.toString().replaceAll("\\D", "");
        return new RecordedBackup(tier + "-" + stamp, tier, started, expires, "Completed", collected);
    }
}
