package dev.ballast.schema.crd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.ballast.schema.Kind;
import dev.ballast.schema.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Makes the CustomResourceDefinition of a kind: namespaced, one version, status where the reconciler reports. */
public final class CustomResourceDefinitions {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    private final Schemas schemas;
    private final JsonNode cluster;

    public CustomResourceDefinitions(Schemas schemas) {
        this.schemas = schemas;
        this.cluster = read();
    }

    /** The definition as YAML, one document without a start marker, ending with a line end; the same text every time. */
    public String yaml(Kind kind) {
        try {
            return YAML.writeValueAsString(generate(kind));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The definition as a tree. */
    public ObjectNode generate(Kind kind) {
        ObjectNode crd = JsonNodeFactory.instance.objectNode();
        crd.put("apiVersion", "apiextensions.k8s.io/v1").put("kind", "CustomResourceDefinition");
        crd.putObject("metadata").put("name", kind.plural() + "." + Kind.GROUP);
        ObjectNode spec = crd.putObject("spec");
        spec.put("group", Kind.GROUP).put("scope", "Namespaced");
        names(spec.putObject("names"), kind);
        version(spec.putArray("versions").addObject(), kind);
        return crd;
    }

    private static void names(ObjectNode names, Kind kind) {
        names.put("kind", kind.word())
                .put("listKind", kind.word() + "List")
                .put("plural", kind.plural())
                .put("singular", kind.word().toLowerCase(Locale.ROOT));
        names.putArray("shortNames").add(kind.shortName());
        names.putArray("categories").add("ballast");
    }

    private void version(ObjectNode version, Kind kind) {
        JsonNode ours = cluster.path(kind.word());
        version.put("name", Kind.VERSION).put("served", true).put("storage", true);
        ObjectNode root = StructuralSchema.of(schemas.bundled(kind));
        ObjectNode properties = (ObjectNode) root.path("properties");
        properties.set("metadata", metadata(properties.path("metadata")));
        // The API server has decided these by its path already.
        List.of("apiVersion", "kind").forEach(field -> ((ObjectNode) properties.path(field)).remove("enum"));
        root.putArray("required").add("spec");
        if (ours.has("status")) {
            properties.set("status", status(ours.path("status")));
            version.putObject("subresources").putObject("status");
        }
        version.set("additionalPrinterColumns", ours.path("columns"));
        version.putObject("schema").set("openAPIV3Schema", root);
    }

    /** Kubernetes knows its own metadata; a definition may only narrow the name. */
    private static ObjectNode metadata(JsonNode structural) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode name = structural.path("properties").path("name").deepCopy();
        metadata.putObject("properties").set("name", name.without("description"));
        return metadata;
    }

    private JsonNode status(JsonNode own) {
        ObjectNode status = own.deepCopy();
        ObjectNode properties = (ObjectNode) status.path("properties");
        cluster.path("anyStatus").properties().forEach(member -> properties.set(member.getKey(), member.getValue()));
        return status;
    }

    private static JsonNode read() {
        try (InputStream in = CustomResourceDefinitions.class.getResourceAsStream("cluster.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
