package dev.ballast.explain;

import dev.ballast.calendar.CronText;
import dev.ballast.diagnostic.Region;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Quantities;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** An explanation for people. */
public final class ExplainText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

    private ExplainText() {}

    /** The whole text, ending with a line break. */
    public static String of(Explanation explanation) {
        var text = new StringBuilder();
        String environment = explanation.environment() == null ? "" : " in " + explanation.environment();
        text.append("%s%s (Velero %s)\n\n".formatted(explanation.policy(), environment, explanation.velero()));
        values(explanation.values(), text);
        explanation.tiers().forEach(tier -> tier(tier, text));
        return text.toString();
    }

    private static void values(List<Explanation.Value> values, StringBuilder text) {
        List<List<String>> rows = values.stream()
                .map(value -> List.of(name(value.pointer()), shown(value.text()), where(value), value.layer()))
                .toList();
        int[] widths = new int[3];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : rows) {
            text.append("  ");
            for (int i = 0; i < widths.length; i++) {
                text.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            text.append(row.get(3)).append('\n');
        }
    }

    private static String name(String pointer) {
        return pointer.isEmpty()
                ? "(nothing)"
                : pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
    }

    /** Long values are cut: the place beside them leads to the rest. */
    private static String shown(String json) {
        String plain = json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
        return plain.length() > 48 ? plain.substring(0, 47) + "…" : plain;
    }

    private static String where(Explanation.Value value) {
        Region region = value.region();
        return region == null ? value.source() : "%s:%d".formatted(value.source(), region.line());
    }

    private static void tier(Explanation.Tier tier, StringBuilder text) {
        TierPlan plan = tier.plan();
        StorePlan store = plan.store();
        text.append("\n%s: `%s`%s\n"
                .formatted(
                        plan.name(),
                        plan.cron(),
                        CronText.describe(plan.cron()).map(said -> ", " + said).orElse("")));
        text.append("  kept %s: ttl %s, %s\n".formatted(plan.keep(), Quantities.goText(plan.ttl()), plan.ttlReason()));
        text.append("  to store %s\n".formatted(store == null ? "(none)" : store.name()));
        for (Instant run : tier.nextRuns()) {
            text.append("  next %s\n".formatted(clocks(run, plan.zone())));
        }
    }

    private static String clocks(Instant run, ZoneId zone) {
        String utc = CLOCK.format(run.atZone(ZoneOffset.UTC)) + " UTC";
        return zone.getRules().equals(ZoneOffset.UTC.getRules())
                ? utc
                : "%s %s   %s".formatted(CLOCK.format(run.atZone(zone)), zone, utc);
    }
}
