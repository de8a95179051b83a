package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.drift.FieldDrift;
import java.util.List;

/**
 * Takes fields from others. Leaving a field out of what is applied removes it only when nobody else owns it; applying another value makes it
 * ours alone. So what nobody asked for is applied as nothing first, and left out then.
 */
final class Neutral {
    private Neutral() {}

    /** An object in which these fields have values that mean nothing. */
    static ObjectNode without(ObjectNode body, List<FieldDrift> fields) {
        ObjectNode neutral = body.deepCopy();
        for (FieldDrift field : fields) {
            JsonNode actual = field.actual();
            if (actual != null) {
                set(neutral, field.path(), nothing(actual));
            }
        }
        return neutral;
    }

    private static JsonNode nothing(JsonNode actual) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (actual.getNodeType()) {
            case ARRAY -> make.arrayNode();
            case OBJECT -> make.objectNode();
            case BOOLEAN -> make.booleanNode(!actual.booleanValue());
            case NUMBER -> make.numberNode(0);
            default -> make.textNode("");
        };
    }

    private static void set(ObjectNode root, String pointer, JsonNode value) {
        String[] names = pointer.substring(1).split("/", -1);
        ObjectNode node = root;
        for (int i = 0; i + 1 < names.length; i++) {
            node = node.withObjectProperty(plain(names[i]));
        }
        node.set(plain(names[names.length - 1]), value);
    }

    private static String plain(String name) {
        return name.replace("~1", "/").replace("~0", "~");
    }
}
