package dev.ballast.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.DidYouMean;
import dev.ballast.diagnostic.Place;
import dev.ballast.source.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says violations in words. */
final class Findings {
    private final Document document;
    private final Fields fields;

    Findings(Document document, Fields fields) {
        this.document = document;
        this.fields = fields;
    }

    Diagnostic of(Violation violation) {
        return switch (violation.keyword()) {
            case "additionalProperties" -> unknownField(violation);
            case "required" -> missingField(violation);
            case "propertyNames" -> badName(violation);
            case "type" -> wrongType(violation);
            case "enum" -> notListed(violation);
            case "minimum", "maximum", "maxItems", "maxProperties" -> outOfRange(violation);
            case "minItems", "minProperties" -> empty(violation);
            case Violation.CONDITION -> new ConditionFinding(document, violation).diagnostic();
            default -> badValue(violation);
        };
    }

    private Diagnostic unknownField(Violation violation) {
        String field = String.valueOf(violation.field());
        List<String> known = Fields.of(violation.schema());
        Optional<String> help = DidYouMean.closest(field, known)
                .map(word -> "did you mean `" + word + "`?")
                .or(() -> elsewhere(field));
        String message = "%s is no field of %s, expected %s"
                .formatted(
                        Words.code(field),
                        owner(violation.path()),
                        help.isPresent() ? Words.someOf(known) : Words.oneOf(known));
        return Diagnostic.error(
                        "schema.unknown-field", place(violation).child(field).key(), message)
                .help(help.orElse(null));
    }

    private Optional<String> elsewhere(String field) {
        return fields.home(field)
                .map(home -> home.isEmpty()
                        ? "`%s` stands at the top of the document".formatted(field)
                        : "`%s` belongs in `%s`".formatted(field, home));
    }

    private Diagnostic missingField(Violation violation) {
        String field = String.valueOf(violation.field());
        JsonNode schema = violation.schema().path("properties").path(field);
        return Diagnostic.error(
                "schema.missing-field",
                place(violation).key(),
                "%s lacks %s, expected %s"
                        .formatted(owner(violation.path()), Words.code(field), Words.expected(schema)));
    }

    private Diagnostic badName(Violation violation) {
        String name = String.valueOf(violation.field());
        JsonNode names = violation.schema().path("propertyNames");
        return Diagnostic.error(
                "schema.value",
                place(violation).child(name).key(),
                "the key %s in %s is not right, expected %s"
                        .formatted(Words.code(name), owner(violation.path()), Words.expected(names)));
    }

    private Diagnostic wrongType(Violation violation) {
        boolean isNull = violation.value().isNull();
        return Diagnostic.error(
                        isNull ? "schema.null" : "schema.type",
                        place(violation),
                        said(violation, Words.found(violation.value())))
                .help(isNull ? fill(violation.path()) : Retyping.help(violation));
    }

    private String fill(List<Object> path) {
        return fields.required(path) ? "write a value" : "write a value, or remove " + Words.subject(path);
    }

    private Diagnostic notListed(Violation violation) {
        var known = new ArrayList<String>();
        violation.schema().path("enum").forEach(word -> known.add(word.asText()));
        return Diagnostic.error("schema.enum", place(violation), said(violation, Words.shown(violation.value())))
                .help(DidYouMean.closest(violation.value().asText(), known)
                        .map(word -> "did you mean `" + word + "`?")
                        .orElse(null));
    }

    private Diagnostic outOfRange(Violation violation) {
        JsonNode value = violation.value();
        String message = value.isContainerNode()
                ? "%s has %d entries, expected at most %s"
                        .formatted(
                                Words.subject(violation.path()),
                                value.size(),
                                violation.schema().path(violation.keyword()).asText())
                : said(violation, Words.shown(value)) + count(violation.schema());
        return Diagnostic.error("schema.range", place(violation), message);
    }

    /** The bounds of a number that could also be a text, whose expectation does not say them. */
    private static String count(JsonNode schema) {
        return schema.path("type").isArray() ? "; a count is " + Words.bounds(schema) : "";
    }

    private Diagnostic empty(Violation violation) {
        boolean says = violation.value().isObject() && violation.schema().has(Annotation.EXPECTED);
        String message = "%s is %s, expected %s"
                .formatted(
                        Words.subject(violation.path()),
                        Words.found(violation.value()),
                        says ? Words.expected(violation.schema()) : "at least one entry");
        return Diagnostic.error("schema.empty", place(violation), message);
    }

    private Diagnostic badValue(Violation violation) {
        boolean isEmpty = violation.value().asText().isEmpty();
        return Diagnostic.error(
                        isEmpty ? "schema.empty" : "schema.value",
                        place(violation),
                        said(violation, Words.shown(violation.value())) + length(violation))
                .help(Retyping.help(violation));
    }

    private static String length(Violation violation) {
        String text = violation.value().asText();
        int length = text.codePointCount(0, text.length());
        return switch (violation.keyword()) {
            case "maxLength" ->
                " (at most %s characters, it has %d)"
                        .formatted(violation.schema().path("maxLength").asText(), length);
            case "minLength" -> length == 0 ? "" : " (it has %d)".formatted(length);
            default -> "";
        };
    }

    private static String said(Violation violation, String found) {
        return "%s is %s, expected %s"
                .formatted(Words.subject(violation.path()), found, Words.expected(violation.schema()));
    }

    private String owner(List<Object> path) {
        return path.isEmpty() ? "a `" + fields.kind().word() + "`" : Words.subject(path);
    }

    private Place.Field place(Violation violation) {
        return document.place(violation.pointer());
    }
}
