package dev.ballast.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** An API server whose clock is set while it runs stamps objects with that time and goes on from there. */
@NeedsCluster(crdsFromGo = true)
class ShiftedClusterTest {
    @Test
    void stampsObjectsWithTheTimeThatItWasSetTo(Clusters clusters) throws Exception {
        Instant winter = Instant.parse("2027-02-19T12:00:00Z");
        ShiftedCluster shifted = clusters.shifted("stamps", winter, Clock.systemUTC());

        assertThat(created(shifted, "in-winter")).isCloseTo(winter, within(2, ChronoUnit.MINUTES));

        Instant years = winter.plus(Duration.ofDays(2000));
        shifted.clock().set(years);

        assertThat(created(shifted, "years-later")).isCloseTo(years, within(2, ChronoUnit.MINUTES));
    }

    private static Instant created(ShiftedCluster shifted, String namespace) throws Exception {
        shifted.cluster().namespace(namespace);
        return Instant.parse(shifted.cluster()
                .kubectl("", "get", "namespace", namespace, "-o", "jsonpath={.metadata.creationTimestamp}")
                .orThrow("reading it")
                .stdout());
    }
}
