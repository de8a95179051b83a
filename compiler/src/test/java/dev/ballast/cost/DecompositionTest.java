package dev.ballast.cost;

import static dev.ballast.cost.Timelines.GIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.cost.Cause.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DecompositionTest {
    private static final int CASES = 20_000;

    @Test
    void partsOfRandomStatesAddUpExactly() {
        var random = new Random(20261121);
        for (int i = 0; i < CASES; i++) {
            StoreState expected = state(random, points(random, 12));
            StoreState actual = state(random, points(random, 1));
            var differences = new StoreState.Differences(
                    points(random, 4), points(random, 4), points(random, 2), points(random, 2));
            boolean measured = random.nextBoolean();
            OptionalLong bytes = measured ? OptionalLong.of(random.nextLong(1L << 44)) : OptionalLong.empty();
            Decomposition parts = StoreState.compare(expected, differences, actual, tariff(random), bytes);
            assertAddsUp(expected, parts, measured);
        }
    }

    private static void assertAddsUp(StoreState expected, Decomposition parts, boolean measured) {
        assertThat(parts.causes()).hasSize(measured ? 9 : 8);
        assertThat(parts.expected()).isEqualTo(expected.worth());
        BigDecimal sum = parts.causes().stream().map(Cause::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        long bytes = parts.causes().stream().mapToLong(Cause::bytes).sum();
        assertThat(sum).isEqualByComparingTo(parts.drift());
        assertThat(parts.expected().bytes() + bytes).isEqualTo(parts.actual().bytes());
        BigDecimal shown = parts.shown(2).stream().map(Cause::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(shown).isEqualByComparingTo(Cents.round(parts.drift(), 2));
    }

    /** Only the change of a price is left once everything else is the same. */
    @Test
    void aNewPriceIsBlamedOnThePriceAlone() {
        var random = new Random(7);
        StoreState expected = state(random, points(random, 12));
        StoreState dearer =
                new StoreState(expected.points(), expected.size(), expected.curve(), expected.factor(), tariff(random));
        var none = StoreState.Points.of();
        Decomposition parts = StoreState.compare(
                expected,
                new StoreState.Differences(none, none, none, none),
                dearer,
                expected.tariff(),
                OptionalLong.empty());
        assertThat(parts.shown(2)).extracting(Cause::kind).containsOnly(Kind.PRICE);
        assertThat(parts.drift())
                .isEqualByComparingTo(
                        dearer.worth().monthly().subtract(expected.worth().monthly()));
    }

    @Test
    void aMissingBackupBetweenTwoOthersFreesWhatOnlyItHeld() {
        ChangeCurve curve =
                ChangeCurve.of(Map.of(Duration.ofDays(1), 5 * GIB, Duration.ofDays(7), 20 * GIB), 200 * GIB);
        Tariff price = Tariff.flat(GIB, new BigDecimal("0.05"));
        var state = new StoreState(days(0, 1, 2, 3), 200 * GIB, curve, BigDecimal.ONE, price);
        var none = StoreState.Points.of();
        Decomposition parts = StoreState.compare(
                state, new StoreState.Differences(days(1), none, none, none), state, price, OptionalLong.empty());
        // Two gaps of one day (5 GiB each) become one of two days (7.5 GiB).
        assertThat(parts.shown(3)).extracting(Cause::kind).containsExactly(Kind.MISSING);
        assertThat(parts.causes().get(0).bytes()).isEqualTo(-5 * GIB / 2);
        assertThat(parts.drift()).isEqualByComparingTo("-0.125");
    }

    @Test
    void aPullRequestIsExplainedByWhatItChanges() {
        String deltas = "deltas: {1d: 5GiB, 7d: 20GiB, 30d: 40GiB}, accounting: perTier";
        String prod = Priced.environment("us-east-1", "");
        Costs.Side base = Priced.side(prod
                + Priced.policy(
                        "shop", "keep: {daily: 7, weekly: 4, monthly: 12}", "snapshot", "data: 200GiB, " + deltas));
        Costs.Side fewer = Priced.side(
                prod + Priced.policy("shop", "keep: {daily: 7, weekly: 4}", "snapshot", "data: 200GiB, " + deltas));
        Costs.Side larger = Priced.side(prod
                + Priced.policy(
                        "shop", "keep: {daily: 7, weekly: 4, monthly: 12}", "snapshot", "data: 230GiB, " + deltas));
        Costs.Side moved = Priced.side(prod
                + Priced.policy(
                        "shop", "keep: {daily: 7, weekly: 4, monthly: 12}", "file-system", "data: 200GiB, " + deltas));
        assertThat(main(Costs.difference(base, fewer, "shop"))).isEqualTo("schedule -24.00");
        assertThat(main(Costs.difference(base, larger, "shop"))).isEqualTo("size 1.50");
        // 790 GiB and five per cent at 0.023 instead of 790 GiB at 0.05, and 8 cents for writing packs.
        assertThat(main(Costs.difference(base, moved, "shop"))).isEqualTo("place -20.34");
        assertThat(Costs.difference(base, base, "shop").shown(2)).isEmpty();
    }

    @Test
    void aNewPolicyIsAllSchedule() {
        String prod = Priced.environment("us-east-1", "");
        Costs.Side base = Priced.side(prod);
        Costs.Side head = Priced.side(prod + Priced.policy("shop", "keep: {daily: 7}", "snapshot", "data: 200GiB"));
        assertThat(Costs.difference(base, head, "shop").shown(2))
                .extracting(Cause::kind)
                .containsExactly(Kind.SCHEDULE);
        assertThat(Costs.difference(head, base, "shop").drift()).isNegative();
    }

    /** The largest part; objects and requests follow it by cents. */
    private static String main(Decomposition parts) {
        Cause cause = parts.shown(2).stream()
                .max(java.util.Comparator.comparing(c -> c.amount().abs()))
                .orElseThrow();
        return cause.kind().word() + " " + cause.amount();
    }

    private static StoreState.Points days(long... days) {
        return StoreState.Points.of(
                LongStream.of(days).map(day -> day * ChangeCurve.DAY).toArray());
    }

    private static StoreState state(Random random, StoreState.Points points) {
        double reach = random.nextDouble();
        return new StoreState(
                points,
                random.nextLong(1L << 42),
                new ChangeCurve.Reach(reach * random.nextDouble(), reach),
                BigDecimal.valueOf(1 + random.nextInt(300), 2),
                tariff(random));
    }

    private static Tariff tariff(Random random) {
        BigDecimal first = BigDecimal.valueOf(random.nextInt(100_000), 6);
        BigDecimal second = BigDecimal.valueOf(random.nextInt(100_000), 6);
        return new Tariff(
                random.nextBoolean() ? GIB : 1_000_000_000,
                List.of(
                        new Tariff.Band(BigDecimal.valueOf(1 + random.nextInt(5000)), first),
                        new Tariff.Band(null, second)));
    }

    private static StoreState.Points points(Random random, int most) {
        return StoreState.Points.of(
                random.longs(random.nextInt(most + 1), 0, 400 * ChangeCurve.DAY).toArray());
    }
}
