package dev.ballast.page;

import dev.ballast.forecast.Backups;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.TierForecast;
import dev.ballast.page.DataTable.Cell;
import dev.ballast.page.DataTable.Column;
import dev.ballast.plan.StorePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tables of what runs, what stays and how much is lost. */
final class RunTables {
    private static final int NEXT = 8;
    private static final List<Duration> AGES = List.of(
            Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(365));

    private RunTables() {}

    /** A row a tier, finest first. */
    static DataTable tiers(Forecast forecast) {
        List<List<Cell>> rows = forecast.tiers().stream()
                .map(tier -> {
                    StorePlan store = tier.plan().store();
                    return List.of(
                            Cell.of(tier.plan().tier().word())
                                    .coloured(TierStyle.of(tier.plan().tier())),
                            Cell.of(tier.plan().cron()),
                            Cell.of(
                                    Forecaster.isForever(tier.plan())
                                            ? "forever"
                                            : Format.span(tier.plan().ttl())),
                            Cell.of(store == null ? "not known" : store.name()),
                            Cell.of(Integer.toString(forecast.restorePoints()
                                    .tiersAtRest()
                                    .getOrDefault(tier.plan().tier(), 0))));
                })
                .toList();
        return DataTable.of(
                "Tiers",
                List.of(
                        Column.text("Tier"),
                        Column.text("Schedule"),
                        Column.text("Kept for"),
                        Column.text("Store"),
                        Column.number("Restore points")),
                rows);
    }

    /** The next runs of all tiers. */
    static DataTable next(PolicyView policy, Instant at) {
        var runs = new ArrayList<Run>();
        for (TierForecast tier : policy.forecast().tiers()) {
            Backups backups = tier.backups();
            int listed = 0;
            for (int i = 0; i < backups.size() && listed < NEXT; i++) {
                if (!backups.existing(i) && backups.start(i) > at.getEpochSecond()) {
                    runs.add(new Run(tier, backups.start(i), backups.expires(i), backups.good(i)));
                    listed++;
                }
            }
        }
        List<List<Cell>> rows = runs.stream()
                .sorted(Comparator.comparingLong(Run::start))
                .limit(NEXT)
                .map(run -> run.row(policy, at))
                .toList();
        return DataTable.of(
                "Next runs",
                List.of(Column.text("Tier"), Column.text("Due"), Column.text("In"), Column.text("Kept until")),
                rows);
    }

    private record Run(TierForecast tier, long start, long expires, boolean good) {
        private String end() {
            return Forecaster.isForever(tier.plan()) ? "forever" : Format.date(Instant.ofEpochSecond(expires));
        }

        private List<Cell> row(PolicyView policy, Instant at) {
            Instant due = Instant.ofEpochSecond(start);
            return List.of(
                    Cell.of(tier.plan().tier().word())
                            .coloured(TierStyle.of(tier.plan().tier())),
                    Cell.of(Format.minute(due, policy.zone())),
                    Cell.of(Format.span(Duration.between(at, due))),
                    Cell.of(good ? end() : "fails, by the outage"));
        }
    }

    /** How much is lost at most when going back by an age. */
    static DataTable gaps(Forecast forecast) {
        List<Optional<Duration>> worst = AGES.stream().map(forecast::worstGap).toList();
        double greatest = worst.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Duration::toSeconds)
                .max()
                .orElse(1);
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < AGES.size(); i++) {
            Optional<Duration> gap = worst.get(i);
            Cell loss = gap.map(g -> Cell.of(Format.span(g)).filled(g.toSeconds() / greatest))
                    .orElse(Cell.of("out of reach"));
            rows.add(List.of(Cell.of(Format.span(AGES.get(i))), loss));
        }
        return DataTable.of("Worst gaps", List.of(Column.text("Going back"), Column.text("Lost at most")), rows);
    }
}
