package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.bucket.BucketLedger;
import dev.ballast.cluster.CustomResources;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.observed.ObservedLocation;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.reconcile.Condition.Holds;
import dev.ballast.report.Ages;
import dev.ballast.report.Sizes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The status of stores and environments. */
final class SharedStatus {
    private SharedStatus() {}

    static ObjectNode ofStore(
            Desired desired,
            JsonNode store,
            Outcome outcome,
            @Nullable ObservedLocation location,
            @Nullable Shelf shelf,
            Instant at) {
        Condition ready = ready(desired, store, outcome);
        var conditions = new ArrayList<>(List.of(ready, available(location)));
        if (shelf != null) {
            conditions.add(listed(shelf));
        }
        ObjectNode status = status(store, conditions, at);
        if (location != null && ready.holds() == Holds.TRUE) {
            status.put("location", location.name());
        }
        return status;
    }

    static ObjectNode ofEnvironment(Desired desired, JsonNode environment, Instant at) {
        EnvironmentPlan plan = desired.environment();
        String name = environment.path("metadata").path("name").asText();
        boolean here = plan != null && plan.name().equals(name);
        Condition ready = here
                ? ready(desired, environment, Outcome.NOTHING)
                : new Condition(
                        "Ready",
                        desired.problem() == null ? Holds.TRUE : Holds.FALSE,
                        desired.problem() == null ? Reason.NOT_HERE : Reason.UNCLEAR,
                        desired.problem() == null ? "this cluster is another environment" : desired.problem());
        ObjectNode status = status(environment, List.of(ready), at);
        if (here && plan != null) {
            status.put("policies", plan.policies().size());
        }
        return status;
    }

    private static ObjectNode status(JsonNode object, List<Condition> conditions, Instant at) {
        long generation = object.path("metadata").path("generation").asLong();
        ObjectNode status = JsonNodeFactory.instance.objectNode().put("observedGeneration", generation);
        status.set(
                "conditions", Condition.write(conditions, object.path("status").path("conditions"), generation, at));
        return status;
    }

    private static Condition ready(Desired desired, JsonNode object, Outcome outcome) {
        String source = CustomResources.source(
                object.path("kind").asText(),
                object.path("metadata").path("name").asText());
        List<Diagnostic> errors = desired.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR
                        && finding.place().source().equals(source))
                .toList();
        if (!errors.isEmpty()) {
            return new Condition("Ready", Holds.FALSE, Reason.INVALID, Findings.text(errors.get(0)));
        }
        if (!outcome.conflicts().isEmpty()) {
            return new Condition(
                    "Ready",
                    Holds.FALSE,
                    Reason.OWNERSHIP_CONFLICT,
                    outcome.conflicts().get(0).message());
        }
        String failure = outcome.failure();
        return failure == null
                ? new Condition("Ready", Holds.TRUE, Reason.APPLIED, "everything is as it asks")
                : new Condition("Ready", Holds.FALSE, Reason.APPLY_FAILED, failure);
    }

    private static Condition available(@Nullable ObservedLocation location) {
        if (location == null || location.state() == ObservedLocation.State.UNKNOWN) {
            return new Condition("Available", Holds.UNKNOWN, Reason.NOT_CHECKED, "Velero has not looked at it yet");
        }
        String message = location.message();
        return location.state() == ObservedLocation.State.AVAILABLE
                ? new Condition("Available", Holds.TRUE, Reason.AVAILABLE, "Velero can read it")
                : new Condition(
                        "Available",
                        Holds.FALSE,
                        Reason.UNAVAILABLE,
                        message == null ? "Velero does not say why" : message);
    }

    private static Condition listed(Shelf shelf) {
        BucketLedger ledger = shelf.ledger();
        String last = ledger == null
                ? "nothing was listed before"
                : "%s on %s UTC".formatted(amount(ledger.total()), Ages.clock(ledger.at()));
        if (shelf.failure() != null) {
            String rest = ledger == null ? last : last + " still counts";
            return new Condition("Listed", Holds.FALSE, Reason.LISTING_FAILED, shelf.failure() + "; " + rest);
        }
        String gaps = shelf.gaps().stream().map(gap -> "; " + gap).collect(Collectors.joining());
        return new Condition("Listed", Holds.TRUE, gaps.isEmpty() ? Reason.LISTED : Reason.LISTED_IN_PART, last + gaps);
    }

    private static String amount(BucketLedger.Amount amount) {
        return "%s in %d %s"
                .formatted(Sizes.text(amount.bytes()), amount.objects(), amount.objects() == 1 ? "object" : "objects");
    }
}
