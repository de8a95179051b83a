package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.cost.Cause;
import dev.ballast.cost.Cents;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.MoneyRange;
import dev.ballast.drift.CostDrift;
import dev.ballast.drift.ExecutionDrift;
import dev.ballast.drift.Health;
import dev.ballast.drift.ManifestDrift;
import dev.ballast.drift.TierHealth;
import dev.ballast.drift.TierLife;
import dev.ballast.policy.Tier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The status of a policy, as its CustomResourceDefinition has it. Lists are capped, with counts beside them. */
final class PolicyStatus {
    /** Entries of a list at most. */
    static final int LISTED = 10;

    private final ObjectNode status = JsonNodeFactory.instance.objectNode();

    private PolicyStatus() {}

    /** What is said of a policy. */
    static ObjectNode of(
            Wanted wanted,
            Outcome outcome,
            List<Condition> conditions,
            PolicyPass.Sight sight,
            Money money,
            JsonNode before,
            Instant at) {
        var made = new PolicyStatus();
        made.status.put("observedGeneration", wanted.generation());
        made.status.set("conditions", Condition.write(conditions, before.path("conditions"), wanted.generation(), at));
        made.inventory(wanted, before);
        Health health = sight.health();
        if (health != null) {
            made.health(health, sight.lives());
        }
        made.guard(sight.watch());
        made.drift(outcome, health, money, before, at);
        made.money(money);
        return made.status;
    }

    /** Since when tiers are as they are, as an earlier status says. */
    static Map<Tier, TierLife> lives(JsonNode status) {
        var lives = new EnumMap<Tier, TierLife>(Tier.class);
        for (JsonNode tier : status.path("tiers")) {
            JsonNode since = tier.path("since");
            if (since.isTextual()) {
                JsonNode paused = tier.path("pausedSince");
                Tier.of(tier.path("name").asText())
                        .ifPresent(name -> lives.put(
                                name,
                                new TierLife(
                                        Instant.parse(since.asText()),
                                        paused.isTextual() ? Instant.parse(paused.asText()) : null)));
            }
        }
        return lives;
    }

    /** What was applied; where a policy has errors now, what was applied last stays. */
    private void inventory(Wanted wanted, JsonNode before) {
        if (!wanted.isValid()) {
            status.setAll((ObjectNode) keep(before, List.of("revision", "inventory", "objects")));
            return;
        }
        if (!wanted.intents().isEmpty()) {
            status.put("revision", Revisions.of(wanted.intents()));
        }
        ArrayNode inventory = status.putArray("inventory");
        wanted.intents()
                .forEach(intent ->
                        inventory.addObject().put("kind", intent.kind()).put("name", intent.name()));
        status.put("objects", wanted.intents().size());
    }

    private static JsonNode keep(JsonNode before, List<String> fields) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        fields.stream().filter(before::has).forEach(field -> kept.set(field, before.path(field)));
        return kept;
    }

    private void health(Health health, Map<Tier, TierLife> lives) {
        status.put("points", health.points() + "/" + health.promised());
        health.lastGood().ifPresent(good -> status.put("lastGood", text(good)));
        ArrayNode tiers = status.putArray("tiers");
        for (TierHealth tier : health.tiers()) {
            ObjectNode entry = tiers.addObject()
                    .put("name", tier.tier().word())
                    .put("schedule", tier.schedule())
                    .put("points", tier.points())
                    .put("promised", tier.promised())
                    .put("atRest", tier.atRest());
            TierLife life = lives.get(tier.tier());
            if (life != null) {
                put(entry, "since", life.since());
                put(entry, "pausedSince", life.pausedSince());
            }
            put(entry, "lastRun", tier.lastRun());
            put(entry, "lastGood", tier.lastGood());
            put(entry, "nextRun", tier.nextRun());
        }
    }

    private void guard(Guardian.Watch watch) {
        if (watch.kept() > 0) {
            ObjectNode guard = status.putObject("guard").put("extended", watch.kept());
            put(guard, "until", watch.until());
        }
    }

    private void drift(Outcome outcome, @Nullable Health health, Money money, JsonNode before, Instant at) {
        List<ExecutionDrift> execution = health == null ? List.of() : health.findings();
        int manifests = outcome.left().size() + outcome.conflicts().size();
        CostDrift cost = money.drift();
        boolean costly = cost != null && cost.alarming();
        status.put("drift", Words.drift(manifests, execution.size(), costly ? cost : null));
        ArrayNode findings = status.putArray("findings");
        outcome.conflicts().forEach(drift -> finding(findings, drift));
        outcome.left().forEach(drift -> finding(findings, drift));
        execution.forEach(drift -> finding(findings, drift));
        status.put("findingCount", manifests + execution.size() + (costly ? 1 : 0));
        if (outcome.undone().isEmpty()) {
            status.setAll((ObjectNode) keep(before, List.of("lastCorrection")));
        } else {
            correction(outcome.undone().get(0), at);
        }
    }

    private static void finding(ArrayNode findings, ManifestDrift drift) {
        if (findings.size() < LISTED) {
            ObjectNode entry = findings.addObject()
                    .put("about", "manifests")
                    .put("kind", drift.kind().word())
                    .put("message", drift.message())
                    .put("help", drift.help());
            put(entry, "since", drift.since());
        }
    }

    private static void finding(ArrayNode findings, ExecutionDrift drift) {
        if (findings.size() < LISTED) {
            ObjectNode entry = findings.addObject()
                    .put("about", "execution")
                    .put("kind", drift.kind().word())
                    .put("message", drift.message())
                    .put("help", drift.help());
            put(entry, "since", drift.since());
        }
    }

    private void correction(ManifestDrift drift, Instant at) {
        ObjectNode last = status.putObject("lastCorrection")
                .put("object", drift.object())
                .put("kind", drift.kind().word())
                .put("message", drift.message());
        put(last, "at", at);
        if (drift.author() != null) {
            last.put("manager", drift.author().manager());
            last.put("operation", drift.author().operation());
        }
        ArrayNode fields = last.putArray("fields");
        drift.fields().stream().limit(LISTED).forEach(field -> fields.add(field.path()));
    }

    private void money(Money money) {
        MoneyRange atRest = money.atRest();
        if (atRest != null && money.currency() != null) {
            status.put(
                    "cost", amount(atRest.estimate()) + " " + money.currency().getCurrencyCode());
        }
        CostDrift drift = money.drift();
        if (drift == null) {
            return;
        }
        ObjectNode storage = status.putObject("storage")
                .put("expectedBytes", drift.parts().expected().bytes())
                .put("actualBytes", drift.parts().actual().bytes())
                .put("certainty", drift.actual().word());
        if (drift.currency() != null) {
            storage.put("currency", drift.currency().getCurrencyCode())
                    .put("expected", amount(drift.parts().expected().monthly()))
                    .put("actual", amount(drift.parts().actual().monthly()))
                    .put("drift", amount(drift.drift()));
        }
        ArrayNode causes = storage.putArray("causes");
        for (Cause cause : drift.parts().shown(EnvironmentCost.DIGITS)) {
            ObjectNode entry =
                    causes.addObject().put("kind", cause.kind().word()).put("bytes", cause.bytes());
            if (drift.currency() != null) {
                entry.put("amount", amount(cause.amount()));
            }
        }
    }

    private static String amount(BigDecimal money) {
        return Cents.round(money, EnvironmentCost.DIGITS).toPlainString();
    }

    private static void put(ObjectNode entry, String field, @Nullable Instant time) {
        if (time != null) {
            entry.put(field, text(time));
        }
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
