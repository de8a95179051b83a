package dev.ballast.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON Schemas of the language. Each comes in three forms: as written (2020-12, with references into {@link #definitions}), bundled
 * (2020-12, one file without references) and for editors (draft-07, one file). What is returned is shared and must not be changed.
 */
public final class Schemas {
    private static final Set<String> FOR_PEOPLE =
            Set.of("title", "description", "examples", "default", "$schema", "$id");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Kind, ObjectNode> bundled = new ConcurrentHashMap<>();
    private final ObjectNode definitions = read("definitions");
    private final Bundle bundle = new Bundle(definitions);

    /** What the schemas share, as written. */
    public JsonNode definitions() {
        return definitions;
    }

    /** The schema as written. */
    public JsonNode source(Kind kind) {
        return read(kind.word());
    }

    /** The schema in one file, draft 2020-12. */
    public JsonNode bundled(Kind kind) {
        return bundled.computeIfAbsent(kind, k -> bundle.of(read(k.word())));
    }

    /** The schema in one file for editors that know draft-07 only; their own keywords say what is expected. */
    public JsonNode draft07(Kind kind) {
        ObjectNode copy = bundled(kind).deepCopy();
        copy.put("$schema", "http://json-schema.org/draft-07/schema#");
        copy.put("$id", "https://ballast.dev/schemas/v1alpha1/draft-07/" + kind.word() + ".json");
        forEditors(copy);
        return copy;
    }

    /**
     * The part of the schemas that judges, without what is there for people: every kind among the definitions of one document, so that what
     * kinds share is compiled once.
     */
    JsonNode judging() {
        ObjectNode all = definitions.path("$defs").deepCopy();
        for (Kind kind : Kind.values()) {
            all.set(kind.word(), read(kind.word()));
        }
        all.forEach(schema -> keepJudging((ObjectNode) schema));
        return JSON.createObjectNode().set("$defs", all);
    }

    private static void keepJudging(ObjectNode schema) {
        schema.properties().removeIf(member -> FOR_PEOPLE.contains(member.getKey()) || isOurs(member.getKey()));
        JsonNode ref = schema.get("$ref");
        if (ref != null) {
            schema.put("$ref", ref.textValue().substring(ref.textValue().indexOf('#')));
        }
        SubSchemas.of(schema).forEach(Schemas::keepJudging);
    }

    private static void forEditors(ObjectNode schema) {
        JsonNode expected = schema.get(Annotation.EXPECTED);
        if (expected != null && schema.has("pattern")) {
            schema.put("patternErrorMessage", "expected " + expected.textValue());
        }
        schema.properties().removeIf(member -> isOurs(member.getKey()));
        SubSchemas.of(schema).forEach(Schemas::forEditors);
    }

    private static boolean isOurs(String keyword) {
        return keyword.startsWith("x-");
    }

    private static ObjectNode read(String name) {
        String resource = Kind.VERSION + "/" + name + ".json";
        try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
