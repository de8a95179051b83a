package dev.ballast.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Paths in objects, as names one below the other. */
final class Pointers {
    private Pointers() {}

    static List<String> below(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }

    /** The path as a JSON pointer (RFC 6901). */
    static String text(List<String> path) {
        var text = new StringBuilder();
        path.forEach(name -> text.append('/').append(name.replace("~", "~0").replace("/", "~1")));
        return text.toString();
    }

    /** What is there; a missing node when nothing is. */
    static JsonNode at(JsonNode object, List<String> path) {
        JsonNode node = object;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }
}
