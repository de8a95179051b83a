package dev.ballast.outlook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.policy.Quantities;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportEnvelope;
import java.time.Instant;
import java.util.List;

/** What is ahead as a ForecastReport. */
public final class OutlookJson {
    private OutlookJson() {}

    /**
     * The report, valid against {@code forecast-report.schema.json}.
     *
     * @param outlooks one for each environment, at least one; with several each entry carries its own environment
     */
    public static ObjectNode of(List<Outlook> outlooks, Findings findings) {
        Outlook first = outlooks.get(0);
        boolean several = outlooks.size() > 1;
        ObjectNode report = ReportEnvelope.head("ForecastReport", several ? null : first.environment(), first.from());
        summary(outlooks, report.put("days", first.days()).putObject("summary"));
        ArrayNode policies = report.putArray("policies");
        ArrayNode clusters = report.putArray("clusters");
        for (Outlook outlook : outlooks) {
            for (PolicyOutlook policy : outlook.policies()) {
                PolicyJson.put(policy, entry(policies, outlook, several));
            }
            cluster(outlook.traffic(), entry(clusters, outlook, several));
        }
        report.set("diagnostics", ReportEnvelope.diagnostics(findings));
        return report;
    }

    private static ObjectNode entry(ArrayNode entries, Outlook outlook, boolean several) {
        ObjectNode entry = entries.addObject();
        return several && outlook.environment() != null ? entry.put("environment", outlook.environment()) : entry;
    }

    private static void summary(List<Outlook> outlooks, ObjectNode summary) {
        summary.put("environments", outlooks.size())
                .put(
                        "policies",
                        outlooks.stream().mapToInt(o -> o.policies().size()).sum())
                .put(
                        "schedules",
                        outlooks.stream().mapToInt(o -> o.traffic().schedules()).sum())
                .put(
                        "runs",
                        outlooks.stream()
                                .mapToLong(o -> o.traffic().load().runs())
                                .sum());
    }

    private static void cluster(Traffic traffic, ObjectNode node) {
        node.put("schedules", traffic.schedules())
                .put("runs", traffic.load().runs())
                .put("busiestDay", traffic.load().busiestDay());
        ArrayNode together = node.putArray("together");
        for (Rush rush : traffic.rushes()) {
            ObjectNode entry = together.addObject()
                    .put("times", rush.times())
                    .put("next", rush.next().toString());
            rush.schedules().forEach(entry.putArray("schedules")::add);
        }
    }

    static void put(ObjectNode node, String member, java.time.@org.jspecify.annotations.Nullable Duration duration) {
        if (duration != null) {
            node.put(member, Quantities.goText(duration));
        }
    }

    static void put(ObjectNode node, String member, @org.jspecify.annotations.Nullable Instant instant) {
        if (instant != null) {
            node.put(member, instant.toString());
        }
    }
}
