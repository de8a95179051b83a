package dev.ballast.outlook;

import dev.ballast.forecast.Lookback;
import dev.ballast.forecast.RestorePoints;
import dev.ballast.report.Ages;
import dev.ballast.report.TextTable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is ahead, for people; at most 100 columns unless names are long. */
public final class OutlookText {
    private static final int SHOWN_RUSHES = 5;
    private static final int SHOWN_NAMES = 3;

    private OutlookText() {}

    /** The whole text: each policy, then the cluster. */
    public static String of(Outlook outlook) {
        var text = new StringBuilder();
        for (PolicyOutlook policy : outlook.policies()) {
            text.append(new PolicyText(policy, outlook.environment()).text()).append('\n');
        }
        if (outlook.policies().size() > 1) {
            text.append(overview(outlook.policies())).append('\n');
        }
        return text.append(traffic(outlook)).toString();
    }

    private static String overview(List<PolicyOutlook> policies) {
        var table = new TextTable(
                List.of("policy", ">at rest", ">least", ">most", ">look-back", ">between runs", "filled (UTC)"));
        for (PolicyOutlook policy : policies) {
            RestorePoints points = policy.calm().restorePoints();
            Lookback lookback = policy.calm().lookback();
            table.row(
                    policy.name(),
                    Integer.toString(points.atRest()),
                    Integer.toString(points.minimum()),
                    Integer.toString(points.maximum()),
                    lookback.forever() ? "forever" : age(lookback.guaranteed()),
                    age(policy.calm().rpo()),
                    points.steadyFrom() == null ? "never" : Ages.date(points.steadyFrom()));
        }
        return table.text("");
    }

    private static String age(@Nullable Duration age) {
        return age == null ? "-" : Ages.text(age);
    }

    private static String traffic(Outlook outlook) {
        Traffic traffic = outlook.traffic();
        String cluster = outlook.environment() == null ? "all policies" : "all policies in " + outlook.environment();
        if (traffic.load().runs() == 0) {
            return cluster + ": no run within " + days(traffic.load().days()) + "\n";
        }
        var text = new StringBuilder("%s: %s, %s runs a day, at most %d on one\n"
                .formatted(
                        cluster,
                        traffic.schedules() == 1 ? "1 Schedule" : traffic.schedules() + " Schedules",
                        traffic.runsPerDay(),
                        traffic.load().busiestDay()));
        if (traffic.rushes().isEmpty()) {
            return text.append("  no two are due in the same minute\n").toString();
        }
        text.append("  due in the same minute, so that one waits for the other, within %s\n"
                .formatted(days(traffic.load().days())));
        var table = new TextTable(List.of(">runs", ">times", "first (UTC)", "Schedules"));
        traffic.rushes().stream()
                .limit(SHOWN_RUSHES)
                .forEach(rush -> table.row(
                        Integer.toString(rush.schedules().size()),
                        Integer.toString(rush.times()),
                        Ages.clock(rush.next()),
                        names(rush.schedules())));
        return text.append(table.text("    ")).toString();
    }

    private static String names(List<String> schedules) {
        String names = String.join(", ", schedules.subList(0, Math.min(SHOWN_NAMES, schedules.size())));
        int more = schedules.size() - SHOWN_NAMES;
        return more > 0 ? "%s and %d more".formatted(names, more) : names;
    }

    static String days(int days) {
        return days == 1 ? "a day" : days + " days";
    }
}
