package dev.ballast.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import dev.ballast.source.Document;
import dev.ballast.source.SourceFile;
import dev.ballast.source.Sources;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts by name, and places found in them by what stands there, so that they need not be YAML. */
final class Texts {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Map<String, Document.Span>> spans = new HashMap<>();

    Texts with(String source, String text) {
        texts.put(source, text);
        spans.put(source, new HashMap<>());
        return this;
    }

    /** Where {@code needle} first stands. */
    Place.Text text(String source, String needle) {
        return new Place.Text(source, find(source, needle));
    }

    /** A pointer whose value is what stands at {@code needle}. */
    Place.Field field(String source, String pointer, String needle) {
        Region region = find(source, needle);
        spans.getOrDefault(source, new HashMap<>()).put(pointer, new Document.Span(region, region));
        return Place.value(source, 0, pointer);
    }

    Sources sources() {
        return Sources.of(texts.entrySet().stream()
                .map(e -> new SourceFile(e.getKey(), e.getValue(), List.of(document(e.getKey()))))
                .toList());
    }

    private Document document(String source) {
        return new Document(
                source, 0, JsonNodeFactory.instance.objectNode(), Map.copyOf(spans.getOrDefault(source, Map.of())));
    }

    private Region find(String source, String needle) {
        String text = texts.getOrDefault(source, "");
        int start = text.indexOf(needle);
        if (start < 0) {
            throw new IllegalArgumentException("%s does not contain %s".formatted(source, needle));
        }
        String before = text.substring(0, start);
        String through = text.substring(0, start + needle.length());
        return new Region(lines(before), column(before), lines(through), column(through));
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count() + 1;
    }

    private static int column(String text) {
        return (int) text.substring(text.lastIndexOf('\n') + 1).codePoints().count() + 1;
    }
}
