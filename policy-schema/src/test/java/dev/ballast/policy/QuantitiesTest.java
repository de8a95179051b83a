package dev.ballast.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({
        "1h, 1",
        "36h, 36",
        "7d, 168",
        "4w, 672",
        "1mo, 744",
        "2mo, 1464",
        "12mo, 8760",
        "1y, 8760",
        "1y6mo, 13152",
        "1d12h, 36",
        "1mo1h, 744",
        "10y, 87600"
    })
    void aSpanIsSoManyHours(String text, long hours) {
        assertThat(Quantities.span(text)).contains(Duration.ofHours(hours));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "7m", "7s", "0d", "-1d", "1.5d", "d", "7d ", "7 d", "7D", "300y", "999999999y", "1d1"})
    void otherTextIsNoSpan(String text) {
        assertThat(Quantities.span(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30s, 30", "10m, 600", "4h, 14400", "1h30m, 5400", "0s, 0"})
    void aDurationIsSoManySeconds(String text, long seconds) {
        assertThat(Quantities.duration(text)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "1d", "1.5h", "h", "-1s"})
    void otherTextIsNoDuration(String text) {
        assertThat(Quantities.duration(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200GiB, 214748364800",
        "200Gi, 214748364800",
        "200GB, 200000000000",
        "1.5Ti, 1649267441664",
        "0, 0",
        "512, 512",
        "1K, 1000",
        "7EiB, 8070450532247928832"
    })
    void aSizeIsSoManyBytes(String text, long bytes) {
        assertThat(Quantities.bytes(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GiB", "1,5Gi", "-1Gi", "1 gib", "9EiB", "1ZiB"})
    void otherTextIsNoSize(String text) {
        assertThat(Quantities.bytes(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2%, 0.02", "0.5%, 0.005", "100%, 1"})
    void aRateIsAFraction(String text, BigDecimal fraction) {
        assertThat(Quantities.fraction(text))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(fraction));
    }

    @ParameterizedTest
    @CsvSource({"0, 0s", "30, 30s", "60, 1m0s", "600, 10m0s", "3600, 1h0m0s", "5430, 1h30m30s", "604800, 168h0m0s"})
    void goWritesDurationsSo(long seconds, String text) {
        assertThat(Quantities.goText(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @Property
    void whatGoWritesIsReadBack(@ForAll @IntRange(min = 0, max = 1_000_000_000) int seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        assertThat(Quantities.duration(Quantities.goText(duration))).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, -3600})
    void nothingNegativeIsWritten(long seconds) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantities.goText(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"50 USD, 50, USD", "0.05 EUR, 0.05, EUR"})
    void moneyIsADecimalAndACurrency(String text, BigDecimal amount, String currency) {
        assertThat(Money.parse(text)).hasValueSatisfying(money -> {
            assertThat(money.amount()).isEqualTo(amount);
            assertThat(money.currency().getCurrencyCode()).isEqualTo(currency);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "USD", "50USD", "50 usd", "50 XQQ", "-1 USD", "none"})
    void otherTextIsNoMoney(String text) {
        assertThat(Money.parse(text)).isEmpty();
    }
}
