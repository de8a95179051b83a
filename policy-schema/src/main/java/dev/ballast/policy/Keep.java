package dev.ballast.policy;

import java.time.Duration;

/** How long the backups of a tier are kept, as a policy says it. */
public sealed interface Keep {
    /** So many, one run a period; at least 1. */
    record Count(int backups) implements Keep {
        public Count {
            if (backups < 1) {
                throw new IllegalArgumentException("a count is at least 1, not " + backups);
            }
        }

        @Override
        public String toString() {
            return Integer.toString(backups);
        }
    }

    /** So long; more than nothing. The text is as written, for example {@code 90d}. */
    record Span(Duration duration, String text) implements Keep {
        public Span {
            if (duration.isZero() || duration.isNegative()) {
                throw new IllegalArgumentException("a span is positive, not " + duration);
            }
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** For 100 years. Velero has no word for ever: it reads a TTL of 0 as its default of 30 days. */
    record Forever() implements Keep {
        /** 876000 hours. */
        public static final Duration DURATION = Duration.ofDays(36_500);

        @Override
        public String toString() {
            return "forever";
        }
    }
}
