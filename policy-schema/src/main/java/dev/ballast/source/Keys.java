package dev.ballast.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Region;

/** Findings about keys that a tree cannot have. */
final class Keys {
    private Keys() {}

    static void complex(Reading reading, Region key) {
        int start = reading.lines().offset(key.line(), key.column());
        boolean template =
                reading.text().startsWith("{", start) && reading.text().startsWith("{", Math.max(0, start - 1));
        reading.error(
                "yaml.key",
                key,
                "this key is a list or a mapping, expected a word",
                template
                        ? "templates in `{{ }}` are not expanded here: render the file first, or quote the text"
                        : "write a plain key");
    }

    static void none(Reading reading, JsonNode key, Region region) {
        String found = key.isNull() ? "this key is null" : "this key is a number beyond 64 bits";
        reading.error("yaml.key", region, found + ", expected a word", "quote it if the text is meant");
    }
}
