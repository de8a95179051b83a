package dev.ballast.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatTest {
    private static final long GIB = 1L << 30;

    @Test
    void bytesHaveThreeDigitsThatCount() {
        assertThat(Format.bytes(0)).isEqualTo("0 B");
        assertThat(Format.bytes(1023)).isEqualTo("1,023 B");
        assertThat(Format.bytes(790 * GIB)).isEqualTo("790 GiB");
        assertThat(Format.bytes(2020 * GIB)).isEqualTo("1.97 TiB");
        assertThat(Format.bytes(Long.MAX_VALUE)).isEqualTo("8 EiB");
    }

    @Test
    void moneyHasTheDigitsOfItsCurrency() {
        assertThat(Format.money(new BigDecimal("1204.505"), Currency.getInstance("USD")))
                .isEqualTo("1,204.51 USD");
        assertThat(Format.money(new BigDecimal("1204.5"), Currency.getInstance("JPY")))
                .isEqualTo("1,205 JPY");
    }

    @Test
    void spansHaveTwoUnitsAndAreNeverRoundedUp() {
        assertThat(Format.span(Duration.ZERO)).isEqualTo("0 minutes");
        assertThat(Format.span(Duration.ofSeconds(3659))).isEqualTo("1 hour");
        assertThat(Format.span(Duration.ofMinutes(90))).isEqualTo("1 hour 30 minutes");
        assertThat(Format.span(Duration.ofHours(25))).isEqualTo("1 day 1 hour");
        assertThat(Format.span(Duration.ofDays(7))).isEqualTo("7 days");
        assertThat(Format.span(Duration.ofDays(334).plusHours(23))).isEqualTo("334 days");
        assertThat(Format.span(Duration.ofDays(1095))).isEqualTo("1,095 days");
    }

    @Test
    void timesSayTheirZone() {
        Instant noon = Instant.parse("2026-07-01T12:00:00Z");
        assertThat(Format.minute(noon, ZoneOffset.UTC)).isEqualTo("Wed 1 Jul 2026, 12:00 UTC");
        assertThat(Format.minute(noon, ZoneId.of("UTC"))).isEqualTo("Wed 1 Jul 2026, 12:00 UTC");
        assertThat(Format.minute(noon, ZoneId.of("Europe/Berlin"))).isEqualTo("Wed 1 Jul 2026, 14:00 Europe/Berlin");
    }

    @Test
    void theLocaleOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Format.count(1024, "point")).isEqualTo("1,024 points");
            assertThat(Format.number(new BigDecimal("1234.50"))).isEqualTo("1,234.5");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void moneyBesideALineIsBrief() {
        Currency usd = Currency.getInstance("USD");
        assertThat(Format.briefly(new BigDecimal("39.51"), usd)).isEqualTo("39.51 USD");
        assertThat(Format.briefly(new BigDecimal("2393.78"), usd)).isEqualTo("2,394 USD");
        assertThat(Format.briefly(new BigDecimal("12345678"), usd)).isEqualTo("12.3m USD");
    }
}
