package dev.ballast.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reference page of a kind, in Markdown: a section for each object, a table of its fields, examples. */
public final class ReferencePage {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    private record Section(String path, JsonNode schema) {}

    private static final String SPEC = "spec";

    private final JsonNode spec;
    private final StringBuilder page = new StringBuilder();
    private final Deque<Section> open = new ArrayDeque<>();
    private final Map<JsonNode, String> known = new HashMap<>();

    private ReferencePage(JsonNode schema) {
        this.spec = schema.path("properties").path(SPEC).path("properties");
    }

    /** The page, the same text every time. */
    public static String render(Schemas schemas, Kind kind) {
        JsonNode schema = schemas.bundled(kind);
        return new ReferencePage(schema).page(kind, schema);
    }

    private String page(Kind kind, JsonNode schema) {
        page.append("<!-- Made from the JSON Schema by the build. -->\n# ")
                .append(kind.word())
                .append("\n\n");
        page.append(schema.path("description").asText()).append("\n\n");
        page.append("`apiVersion: ")
                .append(Kind.API_VERSION)
                .append("`, `kind: ")
                .append(kind.word())
                .append("`\n");
        for (JsonNode example : schema.path("examples")) {
            page.append("\n```yaml\n").append(yaml(example)).append("```\n");
        }
        for (String root : List.of("metadata", SPEC)) {
            link(root, schema.path("properties").path(root));
        }
        while (!open.isEmpty()) {
            section(open.removeFirst());
        }
        return page.toString();
    }

    private void section(Section section) {
        JsonNode schema = section.schema();
        page.append("\n## ").append(section.path()).append("\n\n");
        if (schema.has("description")) {
            page.append(schema.path("description").asText()).append("\n\n");
        }
        if (repeatsSpec(section)) {
            page.append("Any of these fields of [`spec`](#spec): ")
                    .append(Words.listed(Fields.of(schema)))
                    .append(".\n");
            return;
        }
        page.append("| Field | Form | Default | Meaning |\n|---|---|---|---|\n");
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties")
                .properties()
                .forEach(member -> row(section.path(), member.getKey(), member.getValue(), required));
        schema.path("allOf")
                .forEach(condition -> page.append("\n- ")
                        .append(condition.path(Annotation.MESSAGE).asText())
                        .append('\n'));
    }

    private boolean repeatsSpec(Section section) {
        return !section.path().equals(SPEC)
                && section.schema().path("properties").properties().stream()
                        .allMatch(member -> member.getValue().equals(spec.get(member.getKey())));
    }

    private void row(String parent, String name, JsonNode field, List<String> required) {
        String form = Form.of(field, link(parent + "." + name + Form.steps(field), Form.object(field)));
        cell("`" + name + "`" + (required.contains(name) ? " (required)" : ""));
        cell(form);
        cell(field.has("default") ? "`" + FlowText.of(field.path("default")) + "`" : "");
        cell(field.path("description").asText() + example(field));
        page.append("|\n");
    }

    private static String example(JsonNode field) {
        JsonNode example = field.path("examples").path(0);
        return example.isMissingNode() ? "" : " Example: `` " + FlowText.of(example) + " ``";
    }

    /** A link to the section of an object; the same object is shown once. */
    private String link(String path, JsonNode schema) {
        if (!schema.has("properties")) {
            return "";
        }
        ObjectNode identity = schema.<ObjectNode>deepCopy().without(List.of("description", "examples"));
        String section = known.computeIfAbsent(identity, fresh -> {
            open.addLast(new Section(path, schema));
            return path;
        });
        return "[`" + section + "`](#" + anchor(section) + ")";
    }

    /** As GitHub and most others make it of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^-_a-z0-9 ]", "");
    }

    private void cell(String text) {
        page.append("| ").append(text.replace("|", "\\|").replace("\n", " ")).append(' ');
    }

    private static String yaml(JsonNode example) {
        try {
            return YAML.writeValueAsString(example);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
