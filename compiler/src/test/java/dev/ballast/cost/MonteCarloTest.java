package dev.ballast.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The closed form against blocks that are really written: each write gives a block a new version, each backup notes all versions, and what
 * is stored is the number of different versions that the backups still there have noted. No neighbours, no formula.
 */
class MonteCarloTest {
    private static final int BLOCKS = 40_000;
    private static final int LAST_DAY = 440;

    /** How blocks are written, and the curve that says so. */
    enum Churn {
        UNIFORM(new int[] {BLOCKS}, new double[] {0.025}),
        HOT_FIFTH(new int[] {BLOCKS / 5, BLOCKS - BLOCKS / 5}, new double[] {0.125, 0}),
        TWO_RATES(new int[] {3232, BLOCKS - 3232}, new double[] {0.29687, 0.004630});

        private final int[] sizes;
        private final double[] rates;

        Churn(int[] sizes, double[] rates) {
            this.sizes = sizes;
            this.rates = rates;
        }

        /** Share of blocks written at least once: of each part, with as many writes a day as change that share of it. */
        double share(double days) {
            return IntStream.range(0, sizes.length)
                            .mapToDouble(i -> sizes[i] * (1 - Math.pow(1 - rates[i], days)))
                            .sum()
                    / BLOCKS;
        }

        ChangeCurve curve() {
            return switch (this) {
                case UNIFORM -> ChangeCurve.of(new BigDecimal("0.025"), BigDecimal.ONE);
                case HOT_FIFTH -> ChangeCurve.of(new BigDecimal("0.025"), new BigDecimal("0.2"));
                case TWO_RATES ->
                    new ChangeCurve.Through(IntStream.rangeClosed(1, 400)
                            .mapToObj(day -> new ChangeCurve.Point(day, share(day)))
                            .toList());
            };
        }

        /** Random writes with replacement in so many hours. */
        void write(int[] versions, int hours, Random random) {
            int first = 0;
            for (int part = 0; part < sizes.length; part++) {
                double mean = -Math.log(1 - rates[part]) * sizes[part] * hours / 24;
                long writes = Math.round(mean + Math.sqrt(mean) * random.nextGaussian());
                for (long i = 0; i < writes; i++) {
                    versions[first + random.nextInt(sizes[part])]++;
                }
                first += sizes[part];
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTextbookSchemeStoresWhatTheFormulaSays(Churn churn) {
        check(churn, Timelines.textbook(3600));
    }

    @ParameterizedTest
    @EnumSource
    void dailiesStoreWhatTheFormulaSays(Churn churn) {
        check(churn, Lineage.of(Timelines.daily(30, 3600)));
    }

    private static void check(Churn churn, Lineage backups) {
        var random = new Random(20_261_121);
        var versions = new int[BLOCKS];
        List<int[]> noted = new ArrayList<>();
        long begin = Timelines.midnight("2026-01-01");
        int hours = 0;
        for (int day = 40; day <= LAST_DAY; day += 50) {
            long at = begin + day * ChangeCurve.DAY + 12 * 3600L;
            while (noted.size() < backups.size() && backups.start(noted.size()) < at) {
                int due = Math.toIntExact((backups.start(noted.size()) - begin) / 3600);
                churn.write(versions, due - hours, random);
                hours = due;
                noted.add(versions.clone());
            }
            assertThat((double) distinct(backups, noted, at))
                    .as("%s on day %d", churn, day)
                    .isCloseTo(
                            closedForm(backups, churn.curve(), at),
                            within(0.01 * closedForm(backups, churn.curve(), at)));
        }
    }

    /** Blocks times versions over all backups that are there. */
    private static long distinct(Lineage backups, List<int[]> noted, long at) {
        int[] there = IntStream.range(0, noted.size())
                .filter(i -> backups.gone(i) > at)
                .toArray();
        var column = new int[there.length];
        long all = 0;
        for (int block = 0; block < BLOCKS; block++) {
            for (int i = 0; i < there.length; i++) {
                column[i] = noted.get(there[i])[block];
            }
            all += Arrays.stream(column).distinct().count();
        }
        return all;
    }

    private static double closedForm(Lineage backups, ChangeCurve curve, long at) {
        var data = new Ledger.Data(BLOCKS, 0, 0);
        long[] bounds = {at, at + 1};
        return Sweep.of(backups, new Ledger.Chain(backups, data, curve), bounds, 0)
                .mean(0);
    }
}
