package dev.ballast.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Decodes terms, of one layer or of all laid together. */
public final class TermsDecoder {
    static final String DURATION = "a duration such as `30s`, `10m` or `4h`";
    static final String SPAN = "a span such as `90d` or `12mo`, up to 292 years";
    static final String SIZE = "a size such as `200GiB`";
    static final String RATE = "a rate such as `2%`";
    static final String MONEY = "an amount such as `50 USD`, with a currency of ISO 4217";
    /** Velero's own default, always written out. */
    private static final String HOOK_TIMEOUT = "30s";

    private TermsDecoder() {}

    /**
     * Decodes an object whose shape the schema has accepted.
     *
     * @param places the place of a pointer into {@code tree}, for findings
     */
    public static Outcome<Terms> decode(JsonNode tree, Function<String, Place.Field> places) {
        var findings = new ArrayList<Diagnostic>();
        var fields = new Fields(tree, "", places, findings);
        var terms = new Terms(
                perTier(fields.object("keep"), TermsDecoder::keep),
                timing(fields.object("schedule")),
                perTier(fields.object("tiers"), TermsDecoder::tierTerms),
                fields.text("guarantee", "nominal").equals("strict") ? Terms.Guarantee.STRICT : Terms.Guarantee.NOMINAL,
                volumes(fields.object("volumes")),
                fields.text("store"),
                hooks(fields),
                databases(fields),
                size(fields.object("size")),
                budget(fields.object("budget")),
                fields.number("minGood", 0),
                alerts(fields.object("alerts")),
                perTier(fields.object("names"), (names, tier) -> Optional.ofNullable(names.text(tier))),
                fields.flag("suspend"));
        return Outcome.of(terms, findings);
    }

    /** Decodes the volumes object of a tier, laid over the policy's own by the caller. */
    public static Volumes volumes(JsonNode tree, Function<String, Place.Field> places) {
        return volumes(new Fields(tree, "", places, new ArrayList<>()));
    }

    private interface PerTier<T> {
        Optional<T> read(Fields object, String tier);
    }

    private static <T> Map<Tier, T> perTier(Fields object, PerTier<T> reader) {
        var map = new EnumMap<Tier, T>(Tier.class);
        for (Tier tier : Tier.values()) {
            if (object.has(tier.word())) {
                reader.read(object, tier.word()).ifPresent(value -> map.put(tier, value));
            }
        }
        return Collections.unmodifiableMap(map);
    }

    private static Optional<Keep> keep(Fields keep, String tier) {
        JsonNode value = keep.raw(tier);
        if (value != null && value.isIntegralNumber()) {
            return Optional.of(new Keep.Count(value.asInt()));
        }
        String text = keep.text(tier, "");
        if (text.equals("forever")) {
            return Optional.of(new Keep.Forever());
        }
        Duration span = keep.value(tier, Quantities::span, "a count such as `7`, " + SPAN + ", or `forever`");
        return span == null ? Optional.empty() : Optional.of(new Keep.Span(span, text));
    }

    private static Terms.Timing timing(Fields schedule) {
        return new Terms.Timing(
                schedule.text("timezone"),
                schedule.value("jitter", Quantities::duration, DURATION, Duration.ZERO),
                perTier(schedule, (times, tier) -> Optional.ofNullable(times.text(tier))));
    }

    private static Optional<Terms.TierTerms> tierTerms(Fields tiers, String tier) {
        Fields terms = tiers.object(tier);
        return Optional.of(new Terms.TierTerms(
                terms.text("store"), terms.raw("volumes"), terms.value("grace", Quantities::duration, DURATION)));
    }

    private static Volumes volumes(Fields volumes) {
        var rules = new ArrayList<Volumes.Rule>();
        for (Fields rule : volumes.objects("rules")) {
            JsonNode when = rule.raw("when");
            rules.add(new Volumes.Rule(
                    when == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : when,
                    rule.text("use", "skip")));
        }
        return new Volumes(
                Volumes.Method.of(volumes.text("method", "")).orElse(null),
                volumes.value("snapshotTimeout", Quantities::duration, DURATION),
                volumes.value("operationTimeout", Quantities::duration, DURATION),
                volumes.number("parallelFiles"),
                volumes.map("snapshotClasses"),
                List.copyOf(rules));
    }

    private static List<Hook> hooks(Fields fields) {
        var hooks = new ArrayList<Hook>();
        for (Fields hook : fields.objects("hooks")) {
            Fields workload = hook.object("workload");
            hooks.add(new Hook(
                    hooks.size(),
                    hook.text("name", hook.text("use", "")),
                    hook.text("use"),
                    hook.flag("enabled", true),
                    hook.map("params"),
                    hook.raw("selector"),
                    hook.texts("namespaces"),
                    hook.has("workload")
                            ? new Hook.Workload(
                                    workload.text("kind", ""),
                                    workload.text("name", ""),
                                    workload.text("namespace", ""))
                            : null,
                    steps(hook, "pre"),
                    steps(hook, "post")));
        }
        return List.copyOf(hooks);
    }

    static List<Hook.Step> steps(Fields hook, String phase) {
        var steps = new ArrayList<Hook.Step>();
        for (Fields step : hook.objects(phase)) {
            steps.add(new Hook.Step(
                    step.text("container"),
                    step.has("command") ? step.texts("command") : null,
                    step.text("script"),
                    step.text("timeout", HOOK_TIMEOUT),
                    step.text("onError", "Fail").equals("Fail")));
        }
        return List.copyOf(steps);
    }

    private static List<Terms.Database> databases(Fields fields) {
        return fields.objects("databases").stream()
                .map(database -> new Terms.Database(
                        database.text("cloudnativepg", ""),
                        database.text("namespace", ""),
                        Tier.valueOf(database.text("tier", "daily").toUpperCase(Locale.ROOT)),
                        database.text("method", "plugin")))
                .toList();
    }

    private static Terms.Size size(Fields size) {
        Fields byMethod = size.object("byMethod");
        var bytes = new LinkedHashMap<String, Long>();
        for (String method : byMethod.names()) {
            bytes.put(method, byMethod.value(method, Quantities::bytes, SIZE, 0L));
        }
        Fields deltas = size.object("deltas");
        var changed = new LinkedHashMap<Duration, Long>();
        for (String span : deltas.names()) {
            Long delta = deltas.value(span, Quantities::bytes, SIZE);
            Quantities.span(span).ifPresent(after -> changed.put(after, delta == null ? 0L : delta));
        }
        return new Terms.Size(
                size.value("data", Quantities::bytes, SIZE),
                Collections.unmodifiableMap(bytes),
                size.value("change", Quantities::fraction, RATE),
                size.value("reach", Quantities::fraction, RATE),
                Collections.unmodifiableMap(changed),
                size.value("growth", Quantities::bytes, SIZE),
                size.value("objects", Quantities::bytes, SIZE),
                size.text("accounting"),
                size.text("sharedWith"));
    }

    static Terms.Budget budget(Fields budget) {
        boolean none = budget.text("monthly", "none").equals("none");
        return new Terms.Budget(
                none ? null : budget.value("monthly", Money::parse, MONEY),
                budget.value("warnAt", Quantities::fraction, RATE),
                budget.flag("block", true));
    }

    private static Terms.Alerts alerts(Fields alerts) {
        return new Terms.Alerts(
                alerts.value("grace", Quantities::duration, DURATION, Duration.ZERO),
                alerts.text("severity", "warning"),
                alerts.text("runbook"),
                alerts.flag("enabled", true));
    }
}
