package dev.ballast.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DiedEarlyTest {
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void triesAgain() throws Exception {
        int succeeded = DiedEarly.retried(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new DiedEarly("address already in use");
            }
            return attempts.get();
        });

        assertThat(succeeded).isEqualTo(3);
    }

    @Test
    void givesUpWithTheLastWords() {
        assertThatThrownBy(() -> DiedEarly.retried(() -> {
                    attempts.incrementAndGet();
                    throw new DiedEarly("address already in use");
                }))
                .hasMessageContaining("address already in use");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void doesNotRepeatOtherFailures() {
        assertThatThrownBy(() -> DiedEarly.retried(() -> {
                    attempts.incrementAndGet();
                    throw new IOException("no space left");
                }))
                .hasMessage("no space left");
        assertThat(attempts).hasValue(1);
    }
}
