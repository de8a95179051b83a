package dev.ballast.e2e.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A real Velero lives through forty days of the textbook policy, a first of a month and the next among them, as forecast. */
@NeedsCluster(velero = true)
class FortyDaysTest {
    private static final Path RECORD = Path.of("src/test/resources/velero-history/forty-days.txt");

    @Test
    void happenAsForecast(Clusters clusters) throws Exception {
        Played played = Played.of(Scripts.fortyDays(), clusters);

        assertThat(played.differences()).isEmpty();
        History history = played.history();
        assertThat(history.of("daily")).hasSize(40);
        assertThat(history.of("weekly")).hasSize(6);
        assertThat(history.of("monthly")).hasSize(2);
        assertThat(history.collections()).isEqualTo(33 + 2);
        assertThat(history.counts()).hasSizeGreaterThan(40);
        assertThat(played.stored()).isEqualTo(history.left());
        record(HistoryText.of(
                "What Velero 1.18.3 did with the policy bookstore of examples/policies.", history, played.forecast()));
    }

    /** Two runs are never late by the same seconds, so the committed one is only rewritten on request. */
    private static void record(String text) throws Exception {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(RECORD, text);
            fail("rewrote " + RECORD + "; review it and run again");
        }
        assertThat(HistoryText.runs(text)).isEqualTo(HistoryText.runs(Files.readString(RECORD)));
    }
}
