package dev.ballast.drift;

import static dev.ballast.drift.CostScene.GIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.cost.Bytes;
import dev.ballast.cost.Cause;
import dev.ballast.cost.Cents;
import dev.ballast.cost.Decomposition;
import dev.ballast.cost.Deposits;
import dev.ballast.cost.Kept;
import dev.ballast.cost.Site;
import dev.ballast.policy.Terms;
import dev.ballast.policy.Volumes;
import dev.ballast.price.Prices;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CostWalkTest {
    private static final Site HERE = new Site(null, "us-east-1", null);
    private static final Site THERE = new Site(null, "eu-central-1", null);
    private static final List<Site> STORES =
            List.of(new Site("primary", "us-east-1", null), new Site("second", "eu-central-1", "GLACIER_IR"));
    private static final List<Volumes.Method> METHODS = List.of(Volumes.Method.values());
    private static final CostScene SCENE = CostScene.of("2026-01-01T00:00:00Z");
    private static final Prices PRICES = Prices.of(List.of(), List.of());
    private static final Deposits DEPOSITS = Deposits.of(SCENE.environment, PRICES, PRICES);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 17);
    private static final long AT = Instant.parse("2026-06-17T05:00:00Z").getEpochSecond();

    /**
     * 7 dailies, 4 weeklies and 12 monthlies of 200 GiB should be there. Two dailies failed, three monthlies were not collected, one backup was
     * made by hand and three are orphaned; the data is 230 GiB and more of it changes (7, 26 and 50 of 200), and all of it lies in a dearer region.
     */
    @Test
    void everyCauseHasItsShareOfAKnownDrift() {
        List<Copy> expected = new ArrayList<>(days(7, 2, day -> true));
        expected.addAll(days(28, 3, day -> day.getDayOfWeek() == java.time.DayOfWeek.SUNDAY));
        expected.addAll(days(365, 4, day -> day.getDayOfMonth() == 1));
        List<Copy> missing = expected.stream()
                .filter(copy -> copy.name().equals("2026-06-15T02:00:00Z")
                        || copy.name().equals("2026-06-16T02:00:00Z"))
                .toList();
        var copies = new Copies(
                expected,
                missing,
                copies("2025-04-01T04:00:00Z", "2025-05-01T04:00:00Z", "2025-06-01T04:00:00Z"),
                copies("2026-06-15T12:00:00Z"),
                copies("2025-07-15T04:00:00Z", "2025-08-15T04:00:00Z", "2025-10-02T04:00:00Z"),
                List.of());
        var walk = new CostWalk(DEPOSITS, size(200, 5, 20, 40), size(230, 7 * 1.15, 26 * 1.15, 50 * 1.15), AT);
        Decomposition parts = walk.walk(copies, bytes -> Map.of(new Bytes.Bin(Bytes.Sort.SNAPSHOTS, THERE), 1180 * GIB))
                .parts();
        assertThat(parts.expected().monthly()).isCloseTo(new BigDecimal("36.1125"), within());
        assertThat(parts.actual().monthly()).isEqualByComparingTo("63.72");
        assertThat(parts.causes().stream()
                        .map(cause -> "%s %s".formatted(cause.kind().word(), Cents.round(cause.amount(), 4)))
                        .toList())
                .containsExactly(
                        "missing -0.2448",
                        "overdue 6.0435",
                        "unmanaged 0.1250",
                        "orphaned 1.5978",
                        "size 6.5451",
                        "change 10.2962",
                        "place 4.8380",
                        "price 0.0000",
                        "unexplained -1.5934");
        assertThat(parts.shown(2).stream().map(Cause::amount).map(BigDecimal::toPlainString))
                .containsExactly("-0.24", "6.04", "0.12", "1.60", "6.54", "10.30", "4.84", "-1.59");
        assertThat(Cents.round(parts.drift(), 2)).isEqualByComparingTo("27.61");
    }

    private static org.assertj.core.data.Offset<BigDecimal> within() {
        return org.assertj.core.data.Offset.offset(new BigDecimal("0.0001"));
    }

    @Property(tries = 20_000)
    void theCausesOfAnythingAddUpExactly(@ForAll long seed) {
        var random = new Random(seed);
        List<Copy> expected = some(random, 12);
        var copies = new Copies(
                expected,
                expected.stream().filter(copy -> random.nextInt(4) == 0).toList(),
                some(random, 4),
                some(random, 2),
                some(random, 2),
                some(random, 2));
        var walk = new CostWalk(DEPOSITS, size(random), size(random), AT);
        boolean measured = random.nextBoolean();
        CostWalk.End end = walk.walk(copies, bytes -> measured ? measured(bytes, random) : Map.of());
        assertAddsUp(end.parts());
        assertThat(end.parts().actual().bytes())
                .isEqualTo(end.modelled().replaced(end.measured()).total());
    }

    static void assertAddsUp(Decomposition parts) {
        BigDecimal sum = parts.causes().stream().map(Cause::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        long bytes = parts.causes().stream().mapToLong(Cause::bytes).sum();
        assertThat(parts.expected().monthly().add(sum))
                .isEqualByComparingTo(parts.actual().monthly());
        assertThat(parts.expected().bytes() + bytes).isEqualTo(parts.actual().bytes());
        BigDecimal shown = parts.shown(2).stream().map(Cause::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(shown).isEqualByComparingTo(Cents.round(parts.drift(), 2));
    }

    private static Map<Bytes.Bin, Long> measured(Bytes bytes, Random random) {
        var measured = new java.util.HashMap<Bytes.Bin, Long>();
        bytes.bins().keySet().stream()
                .filter(bin -> random.nextBoolean())
                .forEach(bin -> measured.put(bin, random.nextLong(1L << 44)));
        return measured;
    }

    private static Terms.Size size(Random random) {
        long data = random.nextLong(1L << 42);
        return new Terms.Size(
                random.nextInt(3) == 0 ? null : data,
                random.nextBoolean() ? Map.of() : Map.of("snapshot", data / 3, "file-system", data / 2),
                BigDecimal.valueOf(random.nextInt(100), 3),
                BigDecimal.valueOf(100 + random.nextInt(900), 3),
                Map.of(),
                null,
                random.nextLong(1L << 26),
                null,
                null);
    }

    private static List<Copy> some(Random random, int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> {
                    long start = AT - random.nextInt(400 * 86_400);
                    long ended = random.nextInt(5) == 0 ? AT - random.nextInt(5 * 86_400) : Kept.STAYS;
                    Volumes.Method method = METHODS.get(random.nextInt(METHODS.size()));
                    var home = new Kept(start, ended, method, STORES.get(0), HERE, random.nextInt(9) > 0, true);
                    return new Copy(
                            "b" + i, home, STORES.get(random.nextInt(2)), random.nextBoolean() ? HERE : THERE, null);
                })
                .toList();
    }

    private static Terms.Size size(long data, double day, double week, double month) {
        return new Terms.Size(
                data * GIB,
                Map.of(),
                null,
                null,
                Map.of(
                        Duration.ofDays(1), Math.round(day * GIB),
                        Duration.ofDays(7), Math.round(week * GIB),
                        Duration.ofDays(30), Math.round(month * GIB)),
                null,
                0L,
                null,
                null);
    }

    private static List<Copy> days(int kept, int hour, Predicate<LocalDate> on) {
        return Stream.iterate(TODAY, day -> day.minusDays(1))
                .limit(kept)
                .filter(on)
                .map(day -> copy(day.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC)))
                .toList();
    }

    private static List<Copy> copies(String... begun) {
        return Stream.of(begun).map(Instant::parse).map(CostWalkTest::copy).toList();
    }

    private static Copy copy(Instant begun) {
        var home = new Kept(begun.getEpochSecond(), Kept.STAYS, Volumes.Method.SNAPSHOT, null, HERE, true, true);
        return new Copy(begun.toString(), home, null, THERE, null);
    }
}
