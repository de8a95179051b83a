package dev.ballast.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.Lock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TenureTest {
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(new ConfigBuilder(Config.empty()).build())
            .build();
    private final Paper paper = new Paper();
    private Instant now = START;
    private final Tenure tenure = new Tenure(paper, LEASE, () -> now);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void isNotHeldBeforeItWasTaken() {
        assertThat(tenure.isHeld()).isFalse();
    }

    @Test
    void isHeldForFourFifthsOfALeaseFromTheTimeThatWasWritten() {
        now = START.plusSeconds(4);
        tenure.create(client, record("one", START));
        assertThat(tenure.isHeld()).isTrue();

        now = START.plusSeconds(12).minusNanos(1);
        assertThat(tenure.isHeld()).isTrue();
        now = START.plusSeconds(12);
        assertThat(tenure.isHeld()).isFalse();

        tenure.update(client, record("one", START.plusSeconds(11)));
        assertThat(tenure.isHeld()).isTrue();
    }

    @Test
    void isNotProlongedByARenewalThatWentWrong() {
        tenure.create(client, record("one", START));
        paper.failure = new KubernetesClientException("no answer");

        assertThatThrownBy(() -> tenure.update(client, record("one", START.plusSeconds(10))))
                .hasMessage("no answer");

        now = START.plusSeconds(13);
        assertThat(tenure.isHeld()).isFalse();
    }

    @Test
    void isNoLongerHeldFromBeforeItIsGivenUp() {
        tenure.create(client, record("one", START));
        paper.failure = new KubernetesClientException("the answer was lost");

        assertThatThrownBy(() -> tenure.update(client, record(null, START))).hasMessage("the answer was lost");

        assertThat(tenure.isHeld()).isFalse();
    }

    @Test
    void aLeaseThatSomebodyLeftHalfWrittenIsAFailureLikeAnyOther() {
        paper.incomplete = true;

        assertThatThrownBy(() -> tenure.get(client)).isInstanceOf(KubernetesClientException.class);
    }

    private static LeaderElectionRecord record(@Nullable String holder, Instant renewed) {
        ZonedDateTime time = renewed.atZone(ZoneOffset.UTC);
        return new LeaderElectionRecord(holder, LEASE, time, time, 0);
    }

    /** A lock that nobody else wants. */
    private static final class Paper implements Lock {
        private @Nullable LeaderElectionRecord written;
        private @Nullable KubernetesClientException failure;
        private boolean incomplete;

        @Override
        public @Nullable LeaderElectionRecord get(KubernetesClient client) {
            if (incomplete) {
                throw new NullPointerException("no duration");
            }
            return written;
        }

        @Override
        public void create(KubernetesClient client, LeaderElectionRecord wish) {
            write(wish);
        }

        @Override
        public void update(KubernetesClient client, LeaderElectionRecord wish) {
            write(wish);
        }

        private void write(LeaderElectionRecord wish) {
            if (failure != null) {
                throw failure;
            }
            written = wish;
        }

        @Override
        public String identity() {
            return "one";
        }

        @Override
        public String describe() {
            return "paper";
        }
    }
}
