package dev.ballast.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.calendar.CronComparison;
import dev.ballast.policy.Quantities;
import dev.ballast.report.ReportEnvelope;
import dev.ballast.velero.VeleroRange;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A comparison as a PlanReport. */
public final class PlanJson {
    private PlanJson() {}

    /** The report, valid against {@code plan-report.schema.json}. */
    public static ObjectNode of(Comparison comparison) {
        ObjectNode report = ReportEnvelope.head("PlanReport", comparison.environment(), comparison.at());
        side(report.putObject("base"), comparison.base());
        side(report.putObject("head"), comparison.head());
        report.put("decision", comparison.decision().word());
        ChangeSet changes = comparison.changes();
        ObjectNode summary = report.putObject("summary");
        for (Change change : Change.values()) {
            summary.put(change.word(), changes.count(change));
        }
        ArrayNode crossings = report.putArray("crossings");
        comparison.crossings().forEach(crossing -> crossing(crossings.addObject(), crossing));
        ArrayNode environments = report.putArray("environments");
        ArrayNode policies = report.putArray("policies");
        for (EnvironmentChange environment : changes.environments()) {
            environment(environments.addObject(), environment);
            environment.policies().stream()
                    .filter(policy -> policy.change() != Change.SAME)
                    .forEach(policy -> policy(policies.addObject(), policy, environment, comparison));
        }
        if (!comparison.basis().books().isEmpty()) {
            ArrayNode books = report.putArray("books");
            comparison
                    .basis()
                    .books()
                    .forEach(book -> books.addObject()
                            .put("name", book.name())
                            .put("version", book.version())
                            .put("asOf", book.asOf().toString()));
            summary.put("stalePrices", comparison.basis().stale());
        }
        report.set("diagnostics", ReportEnvelope.diagnostics(comparison.findings()));
        return report;
    }

    private static void side(ObjectNode node, Side side) {
        node.put("kind", side.kind().word()).put("name", side.name());
        put(node, "commit", side.commit());
        node.put("errors", side.errors());
    }

    private static void crossing(ObjectNode node, Crossing crossing) {
        node.put("rule", crossing.rule());
        put(node, "policy", crossing.policy());
        put(node, "environment", crossing.environment());
        node.put("message", crossing.message()).put("worse", crossing.worse());
    }

    private static void environment(ObjectNode node, EnvironmentChange environment) {
        put(node, "environment", environment.name());
        node.put("change", environment.change().word());
        ObjectNode velero = node.putObject("velero");
        put(velero, "before", text(environment.veleroBefore()));
        put(velero, "after", text(environment.veleroAfter()));
        objects(node, environment.objects());
        EnvironmentState before = environment.before();
        EnvironmentState after = environment.after();
        MoneyJson.write(node, before == null ? null : before.bill(), after == null ? null : after.bill(), List.of());
        if (after != null) {
            MoneyJson.budget(node, after.budget());
        }
        List<Abandoned> abandoned = environment.abandoned();
        if (!abandoned.isEmpty()) {
            ArrayNode locations = node.putArray("abandonedLocations");
            abandoned.forEach(location -> abandoned(locations.addObject(), location));
        }
    }

    private static void abandoned(ObjectNode node, Abandoned location) {
        node.put("name", location.location()).put("removed", location.removed());
        ArrayNode policies = node.putArray("policies");
        location.policies().forEach(policies::add);
    }

    private static @Nullable String text(@Nullable VeleroRange range) {
        return range == null ? null : range.toString();
    }

    private static void policy(
            ObjectNode node, PolicyChange policy, EnvironmentChange environment, Comparison comparison) {
        node.put("policy", policy.policy());
        put(node, "environment", environment.name());
        node.put("change", policy.change().word());
        objects(node, policy.objects());
        if (!policy.runs().isEmpty()) {
            ArrayNode runs = node.putArray("runs");
            policy.runs().forEach(run -> run(runs.addObject(), run));
        }
        Outlook before = outlook(policy.before());
        Outlook after = outlook(policy.after());
        number(node, "restorePoints", before, after, outlook -> (long) outlook.restorePoints());
        number(node, "maximum", before, after, outlook -> (long) outlook.maximum());
        word(node, "lookback", before, after, PlanJson::lookback);
        word(node, "rpo", before, after, outlook -> outlook.rpo() == null ? null : Quantities.goText(outlook.rpo()));
        MoneyJson.write(
                node,
                bill(policy.before()),
                bill(policy.after()),
                comparison.basis().causes(environment, policy));
        if (policy.after() != null) {
            MoneyJson.budget(node, policy.after().budget());
        }
        List<Existing> existing = comparison.existing(policy);
        if (!existing.isEmpty()) {
            ArrayNode backups = node.putArray("existingBackups");
            existing.forEach(group -> existing(backups.addObject(), group));
        }
    }

    private static void existing(ObjectNode node, Existing group) {
        put(node, "tier", group.tier() == null ? null : group.tier().word());
        node.put("count", group.count()).put("good", group.good());
        node.put("oldest", group.oldest().toString());
        node.put("expires", group.expires().toString());
    }

    private static @Nullable Bill bill(@Nullable PolicyState state) {
        return state == null ? null : state.bill();
    }

    private static @Nullable Outlook outlook(@Nullable PolicyState state) {
        return state == null ? null : state.outlook();
    }

    private static @Nullable String lookback(Outlook outlook) {
        if (outlook.forever()) {
            return "forever";
        }
        return outlook.lookback() == null ? null : Quantities.goText(outlook.lookback());
    }

    private static void objects(ObjectNode node, List<ObjectChange> changes) {
        ArrayNode manifests = node.putArray("manifests");
        for (ObjectChange change : changes) {
            ObjectNode manifest = manifests.addObject();
            manifest.put("kind", change.object().kind());
            manifest.put("name", change.object().name());
            if (!change.object().namespace().isEmpty()) {
                manifest.put("namespace", change.object().namespace());
            }
            manifest.put("action", change.change().word());
            if (!change.fields().isEmpty()) {
                ArrayNode fields = manifest.putArray("fields");
                change.fields().forEach(field -> field(fields.addObject(), field));
            }
        }
    }

    private static void field(ObjectNode node, FieldChange field) {
        node.put("pointer", field.pointer());
        set(node, "before", field.before());
        set(node, "after", field.after());
    }

    private static void run(ObjectNode node, RunChange run) {
        node.put("schedule", run.schedule()).put("cron", run.cron());
        meaning(node.putObject("before"), run.before());
        meaning(node.putObject("after"), run.after());
    }

    private static void meaning(ObjectNode node, CronComparison.Meaning meaning) {
        if (meaning instanceof CronComparison.Meaning.Runs runs) {
            ArrayNode times = node.putArray("runs");
            runs.dates().forEach(date -> times.add(date.toString()));
        } else if (meaning instanceof CronComparison.Meaning.Refusal refusal) {
            node.put("refused", refusal.refused().message());
        }
    }

    private static void number(
            ObjectNode node,
            String name,
            @Nullable Outlook before,
            @Nullable Outlook after,
            Function<Outlook, Long> value) {
        if (before != null || after != null) {
            ObjectNode pair = node.putObject(name);
            if (before != null) {
                pair.put("before", value.apply(before));
            }
            if (after != null) {
                pair.put("after", value.apply(after));
            }
        }
    }

    private static void word(
            ObjectNode node,
            String name,
            @Nullable Outlook before,
            @Nullable Outlook after,
            Function<Outlook, @Nullable String> value) {
        String was = before == null ? null : value.apply(before);
        String is = after == null ? null : value.apply(after);
        if (was != null || is != null) {
            ObjectNode pair = node.putObject(name);
            put(pair, "before", was);
            put(pair, "after", is);
        }
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static void set(ObjectNode node, String name, @Nullable JsonNode value) {
        if (value != null) {
            node.set(name, value);
        }
    }
}
