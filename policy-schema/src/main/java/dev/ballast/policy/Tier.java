package dev.ballast.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A rhythm of backups, from the finest to the coarsest. */
public enum Tier {
    HOURLY(Duration.ofHours(1)),
    DAILY(Duration.ofDays(1)),
    WEEKLY(Duration.ofDays(7)),
    /** A month counts 365/12 days: 730 hours. */
    MONTHLY(Duration.ofHours(730)),
    YEARLY(Duration.ofDays(365));

    private final Duration period;

    Tier(Duration period) {
        this.period = period;
    }

    /** The nominal distance of two runs. */
    public Duration period() {
        return period;
    }

    /** The word used in policies: {@code hourly} to {@code yearly}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tier with this word. */
    public static Optional<Tier> of(String word) {
        return Arrays.stream(values()).filter(tier -> tier.word().equals(word)).findFirst();
    }

    /** All words, finest first. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Tier::word).toList();
    }
}
