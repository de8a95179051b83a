package dev.ballast.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Region;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of one mapping while it is read. Keys written out win over merged ones, earlier merges over later ones. */
final class Members {
    private final Reading reading;
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();
    private final Map<String, Spot.Member> spots = new LinkedHashMap<>();
    private final List<Tree> merges = new ArrayList<>();
    private @Nullable Region mergeKey;
    private int height = 1;
    private long size = 1;

    Members(Reading reading) {
        this.reading = reading;
    }

    void put(String name, Region key, Tree value) {
        Spot.Member first = spots.get(name);
        if (first != null) {
            duplicate(name, key, first.key());
            return;
        }
        node.set(name, value.node());
        spots.put(name, new Spot.Member(key, value.spot()));
        count(value);
    }

    private void count(Tree value) {
        height = Math.max(height, value.height() + 1);
        size += value.size();
    }

    private void duplicate(String name, Region key, Region first) {
        reading.report(Diagnostic.error(
                        "yaml.duplicate-key", reading.place(key), "the key `%s` is here a second time".formatted(name))
                .help("keep one of the two")
                .related(reading.place(first), "first here"));
    }

    /** {@code <<: value}. */
    void merge(Region key, Tree value) {
        if (mergeKey != null) {
            duplicate("<<", key, mergeKey);
            return;
        }
        mergeKey = key;
        List<Spot> elements = value.spot().elements();
        if (value.node().isObject()) {
            merges.add(value);
        } else if (value.node().isArray() && allObjects(value)) {
            for (int i = 0; i < elements.size(); i++) {
                merges.add(new Tree(value.node().get(i), elements.get(i), value.height() - 1, 0));
            }
        } else {
            reading.error(
                    "yaml.merge",
                    value.spot().region(),
                    "`<<` merges something that is neither a mapping nor a list of mappings",
                    "name an anchor of a mapping, or quote `\"<<\"` if a key is meant");
        }
        size += value.size();
    }

    private static boolean allObjects(Tree list) {
        for (Iterator<com.fasterxml.jackson.databind.JsonNode> i = list.node().elements(); i.hasNext(); ) {
            if (!i.next().isObject()) {
                return false;
            }
        }
        return true;
    }

    Tree tree(Region region) {
        for (Tree merge : merges) {
            merge.spot().members().forEach((name, member) -> {
                if (spots.putIfAbsent(name, member) == null) {
                    node.set(name, merge.node().get(name));
                }
            });
            height = Math.max(height, merge.height());
        }
        return new Tree(node, new Spot(region, spots, List.of()), height, size);
    }
}
