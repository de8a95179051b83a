package dev.ballast.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A view of an object while it is decoded: reads members by name, absent ones as empty, and files a finding for a value whose form the
 * schema cannot check. The shape is trusted, since the schema was asked first.
 */
final class Fields {
    private final JsonNode node;
    private final String pointer;
    private final Function<String, Place.Field> places;
    private final List<Diagnostic> findings;

    Fields(JsonNode node, String pointer, Function<String, Place.Field> places, List<Diagnostic> findings) {
        this.node = node;
        this.pointer = pointer;
        this.places = places;
        this.findings = findings;
    }

    boolean has(String name) {
        return node.has(name);
    }

    Fields object(String name) {
        JsonNode member = node.get(name);
        return new Fields(member == null ? MissingNode.getInstance() : member, child(name), places, findings);
    }

    @Nullable
    String text(String name) {
        JsonNode member = node.get(name);
        return member == null ? null : member.asText();
    }

    String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    @Nullable
    Boolean flag(String name) {
        JsonNode member = node.get(name);
        return member == null ? null : member.asBoolean();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode member = node.get(name);
        return member == null ? otherwise : member.asBoolean();
    }

    @Nullable
    Integer number(String name) {
        JsonNode member = node.get(name);
        return member == null ? null : member.asInt();
    }

    int number(String name, int otherwise) {
        Integer number = number(name);
        return number == null ? otherwise : number;
    }

    @Nullable
    Long large(String name) {
        JsonNode member = node.get(name);
        return member == null ? null : member.asLong();
    }

    @Nullable
    JsonNode raw(String name) {
        return node.get(name);
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        node.path(name).forEach(element -> texts.add(element.asText()));
        return List.copyOf(texts);
    }

    List<Fields> objects(String name) {
        var objects = new ArrayList<Fields>();
        JsonNode list = node.path(name);
        for (int i = 0; i < list.size(); i++) {
            objects.add(new Fields(list.get(i), child(name) + "/" + i, places, findings));
        }
        return objects;
    }

    /** A map of texts, in the order written. */
    Map<String, String> map(String name) {
        var map = new LinkedHashMap<String, String>();
        node.path(name)
                .properties()
                .forEach(e -> map.put(e.getKey(), e.getValue().asText()));
        return java.util.Collections.unmodifiableMap(map);
    }

    List<String> names() {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A text in a form of its own; a finding when the form is not met. */
    <T> @Nullable T value(String name, Function<String, Optional<T>> parser, String expected) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        Optional<T> value = parser.apply(text);
        if (value.isEmpty()) {
            findings.add(Diagnostic.error("schema.value", place(name), "`%s` is not %s".formatted(text, expected)));
        }
        return value.orElse(null);
    }

    <T> T value(String name, Function<String, Optional<T>> parser, String expected, T otherwise) {
        T value = value(name, parser, expected);
        return value == null ? otherwise : value;
    }

    /** Files a finding that a member is not right, for a reason that takes more than the member to see. */
    void refuse(String name, String message) {
        findings.add(Diagnostic.error("schema.value", place(name), message));
    }

    /** The place of the object itself. */
    Place.Field place() {
        return places.apply(pointer);
    }

    Place.Field place(String name) {
        return places.apply(child(name));
    }

    private String child(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
