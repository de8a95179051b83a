package dev.ballast.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    private static final List<String> KNOWN = List.of(
            "daily",
            "hourly",
            "weekly",
            "namespaces",
            "namespaceSelector",
            "keep",
            "tiers",
            "store",
            "Europe/Berlin",
            "s3",
            "r2");

    @ParameterizedTest
    @CsvSource({
        "dayly,daily",
        "Daily,daily",
        "hourely,hourly",
        "namespace,namespaces",
        "namespcae,namespaces",
        "keeep,keep",
        "kepe,keep",
        "europe/berlin,Europe/Berlin",
        "Europe/Berln,Europe/Berlin",
        "S3,s3",
        "stroe,store"
    })
    void closeWordsAreFound(String word, String expected) {
        assertThat(DidYouMean.closest(word, KNOWN)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"x", "s4", "monthly-ish", "daily", "''", "pub"})
    void farWordsAndTheWordItselfAreNot(String word) {
        assertThat(DidYouMean.closest(word, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bat;cat,rat", "cat;bat,rat"})
    void amongEqualsTheFirstInTheAlphabetIsTaken(String known) {
        List<String> words = List.of(known.replace(',', ';').split(";"));
        assertThat(DidYouMean.closest("hat", words)).contains("bat");
        assertThat(DidYouMean.closest("HAT", List.of("bat", "hat"))).contains("hat");
    }
}
