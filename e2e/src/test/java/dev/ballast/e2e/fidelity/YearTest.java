package dev.ballast.e2e.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.testing.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real Velero lives through a year, and through both changes of the clock, as forecast. Takes too long to be run each time. */
@Tag("year")
@NeedsCluster(velero = true)
class YearTest {
    private static final Path PAGE = Path.of("../docs/fidelity.md");

    @Test
    void happensAsForecast(Clusters clusters) throws Exception {
        List<Played> plays = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (Played.Script script : List.of(Scripts.spring(), Scripts.autumn(), Scripts.year())) {
            Played played = Played.of(script, clusters);
            plays.add(played);
            played.differences().forEach(found -> differences.add(script.name() + ": " + found));
            assertThat(played.stored()).isEqualTo(played.history().left());
        }

        assertThat(differences).isEmpty();
        Golden.check(PAGE, FidelityPage.of(plays));
    }
}
