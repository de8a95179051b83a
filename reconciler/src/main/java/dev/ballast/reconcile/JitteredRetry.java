package dev.ballast.reconcile;

import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.javaoperatorsdk.operator.processing.retry.Retry;
import io.javaoperatorsdk.operator.processing.retry.RetryExecution;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Again and again for as long as it takes, ever more slowly, and never all at once: each wait is between a half and the whole of what it would
 * be, so that what failed together is not tried again together.
 */
final class JitteredRetry implements Retry {
    private static final long FIRST = 500;
    private static final long LONGEST = 60_000;

    private final Retry plain = new GenericRetry()
            .setInitialInterval(FIRST)
            .setIntervalMultiplier(2)
            .setMaxInterval(LONGEST)
            .withoutMaxAttempts();
    private final RandomGenerator random;

    JitteredRetry(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public RetryExecution initExecution() {
        RetryExecution execution = plain.initExecution();
        return new RetryExecution() {
            @Override
            public Optional<Long> nextDelay() {
                return execution.nextDelay().map(delay -> delay / 2 + random.nextLong(delay / 2 + 1));
            }

            @Override
            public int getAttemptCount() {
                return execution.getAttemptCount();
            }

            @Override
            public boolean isLastAttempt() {
                return execution.isLastAttempt();
            }
        };
    }
}
