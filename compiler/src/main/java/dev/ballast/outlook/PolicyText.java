package dev.ballast.outlook;

import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Lookback;
import dev.ballast.forecast.RestorePoints;
import dev.ballast.forecast.TierForecast;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Quantities;
import dev.ballast.report.Ages;
import dev.ballast.report.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One policy for people: the headline, the tiers, the next runs, the calendar, and what outages do. */
final class PolicyText {
    private static final String INDENT = "  ";
    private static final int RUNS = 5;

    private final PolicyOutlook outlook;
    private final Forecast forecast;
    private final StringBuilder text = new StringBuilder();

    PolicyText(PolicyOutlook outlook, @Nullable String environment) {
        this.outlook = outlook;
        this.forecast = outlook.forecast();
        text.append(outlook.name())
                .append(environment == null ? "" : " in " + environment)
                .append("\n\n");
    }

    String text() {
        if (forecast.tiers().isEmpty()) {
            text.append(INDENT).append("no tier runs: the policy is paused, or keeps nothing\n");
        }
        headline();
        gaps();
        runs(outlook.runs());
        tiers();
        calendar();
        outlook.disturbance().ifPresent(this::disturbance);
        return text.toString();
    }

    /** What is promised, so without the outages; what these do to it is said in the end. */
    private void headline() {
        RestorePoints points = outlook.calm().restorePoints();
        Instant steady = points.steadyFrom();
        if (steady != null) {
            line(
                    "restore points",
                    "%d at rest, %d to %d over a year, bound %d"
                            .formatted(points.atRest(), points.minimum(), points.maximum(), points.bound()));
            line("filled", "from " + Ages.clock(steady) + " UTC on");
        }
        line("look-back", lookback(outlook.calm().lookback()));
        Duration rpo = outlook.calm().rpo();
        line("between runs", rpo == null ? "no run is ever due" : "at most " + Ages.text(rpo));
    }

    private void line(String title, String value) {
        text.append(INDENT).append("%-16s%s\n".formatted(title, value));
    }

    static String lookback(Lookback lookback) {
        Duration guaranteed = lookback.guaranteed();
        if (lookback.forever()) {
            return "forever";
        }
        return guaranteed == null ? "none" : "at least " + Ages.text(guaranteed);
    }

    private void gaps() {
        if (outlook.calm().restorePoints().steadyFrom() == null) {
            return;
        }
        var ages = new ArrayList<String>();
        var gaps = new ArrayList<String>();
        for (Duration age : PolicyOutlook.AGES) {
            ages.add(">" + Ages.text(age));
            gaps.add(outlook.calm().worstGap(age).map(Ages::text).orElse("-"));
        }
        ages.add(0, "going back");
        gaps.add(0, "worst gap");
        text.append('\n').append(new TextTable(ages).row(gaps).text(INDENT));
    }

    private void tiers() {
        text.append("\n%son %s UTC, %s\n".formatted(INDENT, Ages.clock(outlook.pictured()), occasion()));
        if (forecast.tiers().isEmpty()) {
            return;
        }
        var table = new TextTable(List.of("tier", "schedule", ">kept", ">ttl", ">points", ">oldest", ">newest"));
        for (TierForecast tier : forecast.tiers()) {
            TierPlan plan = tier.plan();
            Span span = Span.of(tier, outlook.pictured());
            table.row(
                    plan.tier().word(),
                    plan.cron(),
                    plan.keep().toString(),
                    Quantities.goText(plan.ttl()),
                    Integer.toString(forecast.points(plan.tier(), outlook.pictured())),
                    span.oldest(),
                    span.newest());
        }
        text.append('\n').append(table.text(INDENT + INDENT));
    }

    private String occasion() {
        if (outlook.pictured().equals(outlook.end())) {
            return "after " + OutlookText.days(outlook.days());
        }
        return outlook.over().isPresent() ? "when the last outage is over" : "when every tier has filled";
    }

    private void runs(List<DueRun> runs) {
        if (runs.isEmpty()) {
            text.append('\n').append(INDENT).append("no run within ").append(OutlookText.days(outlook.days()));
            text.append('\n');
            return;
        }
        var table = new TextTable(List.of("next runs (UTC)", "tier", "backup", "expires"));
        for (DueRun run : runs.subList(0, Math.min(RUNS, runs.size()))) {
            table.row(
                    Ages.clock(run.time()),
                    run.tier().word(),
                    run.good() ? run.backup() : run.backup() + " (fails)",
                    Ages.date(run.expires()));
        }
        text.append('\n').append(table.text(INDENT));
    }

    private void calendar() {
        String calendar = CalendarStrip.of(forecast, outlook.pictured(), INDENT + INDENT);
        if (calendar.isEmpty()) {
            return;
        }
        String letters = forecast.tiers().stream()
                .map(tier -> CalendarStrip.letter(tier.plan().tier()) + " "
                        + tier.plan().tier().word())
                .collect(Collectors.joining("  "));
        if (forecast.others().points(outlook.pictured().getEpochSecond()) > 0) {
            letters += "  %s older tiers".formatted(CalendarStrip.OTHER);
        }
        text.append("\n%sdays to go back to    %s\n\n".formatted(INDENT + INDENT, letters));
        text.append(calendar);
    }

    private void disturbance(Disturbance effect) {
        text.append('\n').append(INDENT).append("with the outages\n");
        forecast.scenario()
                .outages()
                .forEach(outage -> detail(
                        outage.kind().word(),
                        "%s to %s UTC".formatted(Ages.clock(outage.from()), Ages.clock(outage.to()))));
        detail("lost", effect.lost().isEmpty() ? "nothing" : lost(effect));
        detail(
                "fewest points",
                "%d on %s UTC, %d otherwise"
                        .formatted(effect.lowest(), Ages.clock(effect.lowestAt()), effect.otherwise()));
        detail("newest point", newest(effect));
        detail("look-back", lookback(forecast.lookback()));
        Instant until = effect.differsUntil();
        if (until != null) {
            detail("as before", "from " + Ages.clock(until) + " UTC on");
        }
    }

    private void detail(String title, String value) {
        text.append(INDENT).append(INDENT).append("%-15s%s\n".formatted(title, value));
    }

    private static String lost(Disturbance effect) {
        return effect.lost().entrySet().stream()
                .map(lost -> "%d %s".formatted(lost.getValue(), lost.getKey().word()))
                .collect(Collectors.joining(", "));
    }

    private static String newest(Disturbance effect) {
        Instant none = effect.noneFrom();
        Instant at = effect.stalestAt();
        Duration age = effect.stalest();
        if (none != null) {
            return "there is none from " + Ages.clock(none) + " UTC on";
        }
        return age == null || at == null ? "-" : "up to %s old, on %s UTC".formatted(Ages.text(age), Ages.clock(at));
    }

    /** The ages of the oldest and the newest point of a tier. */
    private record Span(String oldest, String newest) {
        static Span of(TierForecast tier, Instant at) {
            long now = at.getEpochSecond();
            long oldest = Long.MAX_VALUE;
            long newest = Long.MIN_VALUE;
            for (int i = 0; i < tier.backups().size() && tier.backups().start(i) <= now; i++) {
                if (tier.backups().good(i) && tier.backups().expires(i) > now) {
                    oldest = Math.min(oldest, tier.backups().start(i));
                    newest = Math.max(newest, tier.backups().start(i));
                }
            }
            return oldest == Long.MAX_VALUE ? new Span("-", "-") : new Span(age(now - oldest), age(now - newest));
        }

        private static String age(long seconds) {
            return Ages.text(Duration.ofSeconds(seconds));
        }
    }
}
