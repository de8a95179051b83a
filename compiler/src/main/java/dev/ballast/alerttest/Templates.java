package dev.ballast.alerttest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** What Prometheus makes of the templates that our texts use. */
final class Templates {
    private Templates() {}

    /**
     * A text with its templates filled in.
     *
     * @param value of the alert
     * @param currency of the alert; empty when it has none
     */
    static String fill(String text, BigDecimal value, String currency) {
        String filled = text.replace("{{ $value | humanizeDuration }}", duration(value))
                .replace(
                        "{{ $value | printf \"%.2f\" }}",
                        value.setScale(2, RoundingMode.HALF_EVEN).toPlainString())
                .replace("{{ $value }}", value.stripTrailingZeros().toPlainString())
                .replace("{{ $labels.currency }}", currency);
        if (filled.contains("{{")) {
            throw new IllegalStateException("a template that tests cannot fill in: " + text);
        }
        return filled;
    }

    /** As humanizeDuration writes whole seconds. */
    private static String duration(BigDecimal seconds) {
        Duration span = Duration.ofSeconds(seconds.longValue());
        String minutes = "%dm %ds".formatted(span.toMinutesPart(), span.toSecondsPart());
        if (span.toDays() > 0) {
            return "%dd %dh %s".formatted(span.toDays(), span.toHoursPart(), minutes);
        }
        return span.toHours() > 0 ? "%dh %s".formatted(span.toHoursPart(), minutes) : minutes;
    }
}
