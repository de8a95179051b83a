package dev.ballast.cost;

import static dev.ballast.cost.Timelines.GIB;
import static dev.ballast.cost.Timelines.midnight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of the usual example, 200 GiB that change by 5, 20 and 40 GiB in 1, 7 and 30 days, at 0.05 a GiB and month. */
class TextbookTest {
    private static final int HOUR = 3600;
    private static final int HALF_AN_HOUR = 1800;
    private static final Ledger.Data DATA = new Ledger.Data(200 * GIB, 0, 0);
    private static final ChangeCurve CURVE = ChangeCurve.of(
            Map.of(Duration.ofDays(1), 5 * GIB, Duration.ofDays(7), 20 * GIB, Duration.ofDays(30), 40 * GIB),
            200 * GIB);
    private static final Tariff PRICE = Tariff.flat(GIB, new BigDecimal("0.05"));

    @Test
    void perTierAtRestIs790() {
        long bytes = Ledger.PerTier.of(200 * GIB, increments(), new int[] {7, 4, 12});
        assertThat(bytes).isEqualTo(790 * GIB);
        assertThat(PRICE.monthly(bytes)).isEqualByComparingTo("39.50");
    }

    @Test
    void theChainIs721() {
        Lineage backups = Timelines.textbook(HALF_AN_HOUR);
        long mean = yearOf(backups, new Ledger.Chain(backups, DATA, CURVE));
        assertThat((double) mean / GIB).isCloseTo(721.2317, within(0.00005));
        assertThat(PRICE.monthly(mean).doubleValue()).isCloseTo(36.0616, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"7, 230, 11.50", "30, 345, 17.25", "365, 2020, 101.00"})
    void dailiesAlone(int days, long gib, String money) {
        Lineage backups = Lineage.of(Timelines.daily(days, 0));
        long mean = yearOf(backups, new Ledger.Chain(backups, DATA, CURVE));
        assertThat(mean).isEqualTo(gib * GIB);
        assertThat(PRICE.monthly(mean)).isEqualByComparingTo(money);
    }

    @Test
    void perTierRampsUpMonthByMonth() {
        Lineage backups = Timelines.textbook(HOUR);
        long[] months = Timelines.months(Timelines.START, 13);
        StoredBytes stored = Sweep.of(backups, new Ledger.PerTier(backups, 200 * GIB, increments()), months, 0);
        assertThat(IntStream.range(0, 13)
                        .mapToObj(month -> Cents.round(PRICE.monthly(stored.mean(month)), 3)
                                .toPlainString()))
                .containsExactly(
                        "15.539", "19.504", "21.506", "23.505", "25.506", "27.505", "29.505", "31.506", "33.505",
                        "35.505", "37.506", "39.505", "39.520");
    }

    /** The scheme with one share instead of three measured differences: what is not known is the width of the band. */
    @ParameterizedTest
    @CsvSource({"0.05, 18.68", "0.1, 25.10", "0.2, 36.38", "0.3, 45.53", "0.5, 58.20", "1, 73.50"})
    void theReachDecides(String reach, double money) {
        Lineage backups = Timelines.textbook(HALF_AN_HOUR);
        ChangeCurve curve = ChangeCurve.of(new BigDecimal("0.025"), new BigDecimal(reach));
        long estimate = yearOf(backups, new Ledger.Chain(backups, DATA, curve));
        long least = yearOf(backups, new Ledger.Chain(backups, DATA, curve.least()));
        long most = yearOf(backups, new Ledger.Chain(backups, DATA, curve.most()));
        assertThat(PRICE.monthly(estimate).doubleValue()).isCloseTo(money, within(0.03));
        assertThat(PRICE.monthly(least).doubleValue()).isCloseTo(15.18, within(0.03));
        assertThat(PRICE.monthly(most).doubleValue()).isCloseTo(97.33, within(0.03));
    }

    /** Ninety days that are paid for at least, five gibibytes a day. */
    @ParameterizedTest
    @CsvSource({"7, 645", "30, 645", "90, 645", "120, 795"})
    void aLeastLifeIsPaidForTheDeletedToo(int days, long gib) {
        Lineage backups = Lineage.of(Timelines.daily(days, 0));
        long[] bounds = {midnight("2027-01-01"), midnight("2028-01-01")};
        StoredBytes stored = Sweep.of(backups, new Ledger.Chain(backups, DATA, CURVE), bounds, 90 * ChangeCurve.DAY);
        assertThat(stored.mean(0) + stored.unpaid(0)).isEqualTo(gib * GIB);
    }

    @Test
    void theMostIsTheExtraBackupsBeforeCollection() {
        Lineage backups = Timelines.textbook(HOUR);
        long[] bounds = {midnight("2027-01-01"), midnight("2028-01-01")};
        Ledger ledger = new Ledger.PerTier(backups, 200 * GIB, increments());
        assertThat(Sweep.of(backups, ledger, bounds, 0).peak(0)).isEqualTo(830 * GIB);
    }

    private static long[] increments() {
        return new long[] {
            CURVE.bytes(200 * GIB, ChangeCurve.DAY),
            CURVE.bytes(200 * GIB, 7 * ChangeCurve.DAY),
            CURVE.bytes(200 * GIB, 30 * ChangeCurve.DAY)
        };
    }

    private static long yearOf(Lineage backups, Ledger ledger) {
        long[] bounds = {midnight("2027-01-01"), midnight("2028-01-01")};
        return Sweep.of(backups, ledger, bounds, 0).mean(0);
    }
}
