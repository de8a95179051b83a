package dev.ballast.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ballast.diagnostic.Region;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Tags: the few that JSON has a type for are honoured, every other one is a finding. */
final class Tags {
    private static final String STANDARD = "tag:yaml.org,2002:";

    private Tags() {}

    /** Whether an event in key position is the merge key; quoted it is an ordinary key. */
    static boolean isMerge(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.getValue().equals("<<")
                && scalar.getTag().map((STANDARD + "merge")::equals).orElse(scalar.isPlain());
    }

    static JsonNode scalar(Reading reading, ScalarEvent event, Region region) {
        String text = PortableText.checked(reading, event.getValue(), region);
        String tag = event.getTag().orElse(event.isPlain() ? "" : "!");
        if (tag.equals("!") || tag.equals(STANDARD + "str")) {
            return TextNode.valueOf(text);
        }
        JsonNode value = Scalars.resolve(text);
        if (!tag.isEmpty() && !fits(tag, value)) {
            unsupported(reading, tag, region, "write a plain value");
            return TextNode.valueOf(text);
        }
        if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
            notFinite(reading, text, region);
            return TextNode.valueOf(text);
        }
        return value;
    }

    static void notFinite(Reading reading, String text, Region region) {
        reading.error(
                "yaml.not-finite",
                region,
                "`%s` is not a finite number, expected one that JSON can hold".formatted(text),
                "write a finite number, or quote it if the text is meant");
    }

    private static boolean fits(String tag, JsonNode value) {
        return switch (tag.startsWith(STANDARD) ? tag.substring(STANDARD.length()) : "") {
            case "null" -> value.isNull();
            case "bool" -> value.isBoolean();
            case "int" -> value.isIntegralNumber();
            case "float" -> value.isNumber();
            default -> false;
        };
    }

    static void collection(Reading reading, CollectionStartEvent event, boolean mapping, Region region) {
        event.getTag().ifPresent(tag -> {
            if (!tag.equals("!") && !tag.equals(STANDARD + (mapping ? "map" : "seq"))) {
                unsupported(reading, tag, region, "delete the tag");
            }
        });
    }

    private static void unsupported(Reading reading, String tag, Region region, String help) {
        String shown = tag.startsWith(STANDARD) ? "!!" + tag.substring(STANDARD.length()) : tag;
        reading.error(
                "yaml.tag",
                region,
                "the tag `%s` does not fit here, expected a value of plain JSON".formatted(shown),
                help);
    }
}
