package dev.ballast.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.policy.Moments;
import dev.ballast.policy.Quantities;
import dev.ballast.policy.Volumes;
import dev.ballast.source.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calibrations as documents: written from a cluster, and read where costs are estimated. */
public final class CalibrationFile {
    /** Not the group of policies, so that such a file may lie beside them. */
    public static final String API_VERSION = "calibration.ballast.dev/v1";

    /** What the document calls itself. */
    public static final String KIND = "Calibration";

    private final Document document;
    private final List<Diagnostic> findings = new ArrayList<>();

    private CalibrationFile(Document document) {
        this.document = document;
    }

    /**
     * The document of a calibration.
     *
     * @param environment that it was measured in
     */
    public static ObjectNode write(Calibration calibration, String environment, Instant at) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("apiVersion", API_VERSION).put("kind", KIND);
        root.putObject("metadata").put("name", environment);
        ObjectNode spec = root.putObject("spec").put("at", at.toString());
        ObjectNode policies = spec.putObject("policies");
        calibration.policies().forEach((name, measured) -> policies.set(name, policy(measured)));
        return root;
    }

    private static ObjectNode policy(Calibration.Measured measured) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.put("measured", measured.at().toString());
        if (measured.data() != null) {
            policy.put("data", measured.data() + "B");
        }
        if (!measured.byMethod().isEmpty()) {
            ObjectNode byMethod = policy.putObject("byMethod");
            measured.byMethod().forEach((method, bytes) -> byMethod.put(method, bytes + "B"));
        }
        if (!measured.deltas().isEmpty()) {
            ObjectNode deltas = policy.putObject("deltas");
            measured.deltas()
                    .forEach((span, sample) -> deltas.putObject(span(span))
                            .put("bytes", sample.bytes() + "B")
                            .put("samples", sample.count()));
        }
        return policy;
    }

    static String span(Duration span) {
        return span.toHours() % 24 == 0 ? span.toDays() + "d" : span.toHours() + "h";
    }

    /** A calibration; every mistake is a finding at its place. */
    public static Outcome<Calibration> read(Document document) {
        var file = new CalibrationFile(document);
        Calibration calibration = file.calibration();
        return file.findings.isEmpty() ? Outcome.of(calibration) : Outcome.failed(file.findings);
    }

    private Calibration calibration() {
        JsonNode root = document.root();
        only("", root, List.of("apiVersion", "kind", "metadata", "spec"));
        word("/apiVersion", API_VERSION);
        word("/kind", KIND);
        only("/spec", root.path("spec"), List.of("at", "policies"));
        var policies = new TreeMap<String, Calibration.Measured>();
        members("/spec/policies", name -> policies.put(name, policy("/spec/policies/" + escaped(name))));
        return new Calibration(policies);
    }

    private Calibration.Measured policy(String at) {
        only(at, document.root().at(at), List.of("measured", "data", "byMethod", "deltas"));
        Instant measured = value(at + "/measured", "a time such as `2026-11-21T09:00:00Z`", Moments::instant, true);
        Long data = value(at + "/data", "a size such as `200GiB`", Quantities::bytes, false);
        var byMethod = new TreeMap<String, Long>();
        members(at + "/byMethod", method -> {
            String pointer = at + "/byMethod/" + escaped(method);
            if (Volumes.Method.of(method).isEmpty()) {
                wrong("schema.unknown-field", pointer, "`%s` is no method of volumes".formatted(method));
            }
            Long bytes = value(pointer, "a size such as `200GiB`", Quantities::bytes, true);
            byMethod.put(method, Objects.requireNonNullElse(bytes, 0L));
        });
        return new Calibration.Measured(
                Objects.requireNonNullElse(measured, Instant.EPOCH), data, byMethod, deltas(at + "/deltas"));
    }

    private SortedMap<Duration, Calibration.Sample> deltas(String at) {
        var deltas = new TreeMap<Duration, Calibration.Sample>();
        members(at, span -> {
            String pointer = at + "/" + escaped(span);
            only(pointer, document.root().at(pointer), List.of("bytes", "samples"));
            Duration after = Quantities.span(span).orElse(null);
            if (after == null) {
                wrong("schema.value", pointer, "`%s` is no span such as `7d`".formatted(span));
            }
            Long bytes = value(pointer + "/bytes", "a size such as `5GiB`", Quantities::bytes, true);
            JsonNode samples = document.root().at(pointer + "/samples");
            if (!samples.canConvertToInt() || samples.asInt() < 1) {
                wrong("schema.range", pointer + "/samples", "`samples` is a number from 1");
            } else if (after != null && bytes != null) {
                deltas.put(after, new Calibration.Sample(bytes, samples.asInt()));
            }
        });
        return deltas;
    }

    private void word(String pointer, String word) {
        if (!document.root().at(pointer).asText().equals(word)) {
            wrong("schema.value", pointer, "a calibration has `%s: %s`".formatted(pointer.substring(1), word));
        }
    }

    private void only(String pointer, JsonNode object, List<String> fields) {
        if (!object.isObject()) {
            wrong("schema.type", pointer, "here stands an object with %s".formatted(String.join(", ", fields)));
            return;
        }
        object.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                wrong(
                        "schema.unknown-field",
                        pointer + "/" + escaped(field),
                        "there is no field `%s` here, only %s".formatted(field, String.join(", ", fields)));
            }
        });
    }

    private interface Member {
        void read(String name);
    }

    private void members(String pointer, Member member) {
        JsonNode object = document.root().at(pointer);
        if (object.isObject()) {
            object.fieldNames().forEachRemaining(member::read);
        } else if (!object.isMissingNode()) {
            wrong("schema.type", pointer, "here stands an object");
        }
    }

    private <T> @Nullable T value(
            String pointer, String expected, Function<String, Optional<T>> reader, boolean required) {
        JsonNode node = document.root().at(pointer);
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (node.isMissingNode()) {
            if (required) {
                wrong("schema.missing-field", pointer, "`%s` is missing, expected %s".formatted(field, expected));
            }
            return null;
        }
        T value = node.isTextual() ? reader.apply(node.textValue()).orElse(null) : null;
        if (value == null) {
            wrong("schema.value", pointer, "`%s` is not %s".formatted(field, expected));
        }
        return value;
    }

    /** Of a field that is missing at the object that should have it. */
    private void wrong(String rule, String pointer, String message) {
        String there = pointer;
        while (document.root().at(there).isMissingNode()) {
            there = there.substring(0, there.lastIndexOf('/'));
        }
        findings.add(Diagnostic.error(rule, document.place(there), message));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
