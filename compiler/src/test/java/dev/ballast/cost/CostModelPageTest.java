package dev.ballast.cost;

import static dev.ballast.cost.Timelines.GIB;
import static dev.ballast.cost.Timelines.midnight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.testing.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables about the cost model are what the code computes. */
class CostModelPageTest {
    private static final Path PAGE = Path.of("../docs/cost-model.md");
    private static final int HALF_AN_HOUR = 1800;
    private static final int HOUR = 3600;
    private static final Ledger.Data DATA = new Ledger.Data(200 * GIB, 0, 0);
    private static final Tariff PRICE = Tariff.flat(GIB, new BigDecimal("0.05"));
    private static final ChangeCurve CURVE = ChangeCurve.of(
            Map.of(Duration.ofDays(1), 5 * GIB, Duration.ofDays(7), 20 * GIB, Duration.ofDays(30), 40 * GIB),
            200 * GIB);
    private static final long[] INCREMENTS = {5 * GIB, 20 * GIB, 40 * GIB};

    @Test
    void thePageShowsWhatIsComputed() throws IOException {
        String page = Files.readString(PAGE);
        String expected = with(with(with(page, "schemes", schemes()), "reach", reach()), "ramp", ramp());
        Golden.check(PAGE, expected);
        assertThat(page)
                .contains(
                        "| 790.0 GiB | 39.50 |",
                        "| 721.2 GiB | 36.06 |",
                        "| 230.0 GiB | 11.50 |",
                        "| 2,020.0 GiB | 101.00 |");
    }

    private static String with(String page, String name, String table) {
        String mark = "<!-- " + name + " -->\n";
        return page.replaceAll("(?s)" + mark + "(\\|[^\n]*\n)*", mark + table);
    }

    private static String schemes() {
        var table = new StringBuilder("| scheme | counted | stored | USD a month | peak |\n|---|---|--:|--:|--:|\n");
        Lineage textbook = Timelines.textbook(HOUR);
        table.append(row(
                "7 daily, 4 weekly, 12 monthly",
                "`perTier`",
                Ledger.PerTier.of(200 * GIB, INCREMENTS, new int[] {7, 4, 12}),
                year(textbook, new Ledger.PerTier(textbook, 200 * GIB, INCREMENTS))
                        .peak(0)));
        table.append(chain("7 daily, 4 weekly, 12 monthly", Timelines.textbook(HALF_AN_HOUR)));
        for (int days : new int[] {7, 30, 365}) {
            Lineage dailies = Lineage.of(Timelines.daily(days, HOUR));
            table.append(row(
                    days + " daily",
                    "`perTier`",
                    Ledger.PerTier.of(200 * GIB, INCREMENTS, new int[] {days, 0, 0}),
                    year(dailies, new Ledger.PerTier(dailies, 200 * GIB, INCREMENTS))
                            .peak(0)));
            table.append(chain(days + " daily", Lineage.of(Timelines.daily(days, HALF_AN_HOUR))));
        }
        return table.toString();
    }

    private static String chain(String scheme, Lineage backups) {
        StoredBytes stored = year(backups, new Ledger.Chain(backups, DATA, CURVE));
        return row(scheme, "`chain`", stored.mean(0), stored.peak(0));
    }

    private static String row(String scheme, String counted, long bytes, long peak) {
        return "| %s | %s | %s | %s | %s |\n".formatted(scheme, counted, gib(bytes), usd(bytes), gib(peak));
    }

    private static String reach() {
        var table = new StringBuilder("| `reach` | low | estimate | high |\n|--:|--:|--:|--:|\n");
        for (String reach : new String[] {"0.05", "0.1", "0.2", "0.5", "1"}) {
            ChangeCurve curve = ChangeCurve.of(new BigDecimal("0.025"), new BigDecimal(reach));
            table.append("| %s %% | %s | %s | %s |\n"
                    .formatted(
                            new BigDecimal(reach)
                                    .movePointRight(2)
                                    .stripTrailingZeros()
                                    .toPlainString(),
                            usd(mean(curve.least())),
                            usd(mean(curve)),
                            usd(mean(curve.most()))));
        }
        return table.toString();
    }

    private static long mean(ChangeCurve curve) {
        Lineage backups = Timelines.textbook(HALF_AN_HOUR);
        return year(backups, new Ledger.Chain(backups, DATA, curve)).mean(0);
    }

    private static String ramp() {
        long[] months = Timelines.months(Timelines.START, 13);
        Lineage counted = Timelines.textbook(HOUR);
        Lineage chained = Timelines.textbook(HALF_AN_HOUR);
        StoredBytes perTier = Sweep.of(counted, new Ledger.PerTier(counted, 200 * GIB, INCREMENTS), months, 0);
        StoredBytes chain = Sweep.of(chained, new Ledger.Chain(chained, DATA, CURVE), months, 0);
        var table = new StringBuilder("| month | `perTier` | USD | `chain` | USD |\n|---|--:|--:|--:|--:|\n");
        for (int i = 0; i < perTier.windows(); i++) {
            table.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            YearMonth.of(2026, 1).plusMonths(i),
                            gib(perTier.mean(i)),
                            usd(perTier.mean(i)),
                            gib(chain.mean(i)),
                            usd(chain.mean(i))));
        }
        return table.toString();
    }

    private static StoredBytes year(Lineage backups, Ledger ledger) {
        return Sweep.of(backups, ledger, new long[] {midnight("2027-01-01"), midnight("2028-01-01")}, 0);
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%,.1f GiB", (double) bytes / GIB);
    }

    private static String usd(long bytes) {
        return Cents.round(PRICE.monthly(bytes), 2).toPlainString();
    }
}
