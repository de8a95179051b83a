package dev.ballast.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ballast.diagnostic.DidYouMean;
import dev.ballast.diagnostic.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the tree of one document from its events. */
final class YamlDocument {
    private final Reading reading;
    private final Positions positions;
    private final Events events;
    private final Map<String, Tree> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    YamlDocument(Reading reading, Positions positions, Events events) {
        this.reading = reading;
        this.positions = positions;
        this.events = events;
    }

    /** Reads the document whose start was just seen; nothing for an empty one. */
    Optional<Tree> read() throws Reading.Exceeded {
        Event first = events.next();
        if (first instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getValue().isEmpty()
                && scalar.getTag().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(value(first, 1));
    }

    private Tree value(Event event, int depth) throws Reading.Exceeded {
        reading.countValue(positions.start(event));
        if (event instanceof AliasEvent alias) {
            return alias(alias, depth);
        }
        NodeEvent node = (NodeEvent) event;
        Optional<String> anchor = node.getAnchor().map(a -> a.getValue());
        anchor.ifPresent(open::add);
        Tree tree =
                node instanceof ScalarEvent scalar ? scalar(scalar) : collection((CollectionStartEvent) node, depth);
        anchor.ifPresent(a -> {
            open.remove(a);
            anchors.put(a, tree);
        });
        return tree;
    }

    private Tree alias(AliasEvent event, int depth) throws Reading.Exceeded {
        String name = event.getAlias().getValue();
        Region region = positions.region(event);
        Tree target = anchors.get(name);
        if (open.contains(name)) {
            reading.error(
                    "yaml.alias",
                    region,
                    "`*%s` refers to the value it stands in, which would never end".formatted(name),
                    "write the value out");
            target = null;
        } else if (target == null) {
            reading.error(
                    "yaml.alias",
                    region,
                    "`*%s` refers to an anchor that this document does not define before it".formatted(name),
                    DidYouMean.closest(name, anchors.keySet())
                            .map(a -> "did you mean `*" + a + "`?")
                            .orElse("define it with `&" + name + "`, or quote the text if a star is meant"));
        }
        if (target == null) {
            reading.countAlias(1, region);
            return Tree.leaf(TextNode.valueOf("*" + name), Spot.leaf(region));
        }
        reading.countAlias(target.size(), region);
        reading.checkDepth(depth + target.height() - 1, region);
        return new Tree(target.node().deepCopy(), target.spot().at(region), target.height(), target.size());
    }

    private Tree scalar(ScalarEvent event) {
        Region region = content(event);
        return Tree.leaf(Tags.scalar(reading, event, region), Spot.leaf(region));
    }

    /** Where a scalar stands, without its anchor and tag, and without the line end behind a block scalar. */
    private Region content(ScalarEvent event) {
        int end = positions.end(event);
        int start = Math.min(pastProperties(event), end);
        if (event.isLiteral() || event.isFolded()) {
            while (end > start && Character.isWhitespace(reading.text().charAt(end - 1))) {
                end--;
            }
        }
        return reading.lines().region(start, end);
    }

    /** Offset behind {@code &anchor} and {@code !tag}. */
    private int pastProperties(NodeEvent event) {
        int at = positions.start(event);
        String text = reading.text();
        while (at < text.length() && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    private Tree collection(CollectionStartEvent event, int depth) throws Reading.Exceeded {
        int start = positions.start(event);
        reading.checkDepth(
                depth,
                reading.lines().region(start, Math.min(start + 1, reading.text().length())));
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        Tags.collection(reading, event, mapping, positions.region(event));
        return mapping ? mapping(event, depth) : sequence(event, depth);
    }

    private Tree sequence(CollectionStartEvent start, int depth) throws Reading.Exceeded {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        List<Spot> spots = new ArrayList<>();
        int height = 1;
        long size = 1;
        Event event = events.next();
        for (; event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            Tree element = value(event, depth + 1);
            node.add(element.node());
            spots.add(element.spot());
            height = Math.max(height, element.height() + 1);
            size += element.size();
        }
        Region last = spots.isEmpty() ? null : spots.get(spots.size() - 1).region();
        return new Tree(node, new Spot(whole(start, event, last), Map.of(), spots), height, size);
    }

    private Tree mapping(CollectionStartEvent start, int depth) throws Reading.Exceeded {
        Members members = new Members(reading);
        Region last = null;
        Event event = events.next();
        for (; event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            last = member(event, members, depth);
        }
        return members.tree(whole(start, event, last));
    }

    /** Reads one member; returns the region of its value. */
    private Region member(Event keyEvent, Members members, int depth) throws Reading.Exceeded {
        if (Tags.isMerge(keyEvent)) {
            Region key = content((ScalarEvent) keyEvent);
            Tree value = value(events.next(), depth + 1);
            members.merge(key, value);
            return value.spot().region();
        }
        Tree key = key(keyEvent, depth + 1);
        Tree value = value(events.next(), depth + 1);
        JsonNode word = key.node();
        if (!word.isValueNode()) {
            Keys.complex(reading, key.spot().region());
        } else {
            Scalars.key(word)
                    .ifPresentOrElse(
                            name -> members.put(name, key.spot().region(), value),
                            () -> Keys.none(reading, word, key.spot().region()));
        }
        return value.spot().region();
    }

    /** A key may be a word for infinity, which then is a word like any other. */
    private Tree key(Event event, int depth) throws Reading.Exceeded {
        boolean plain = event instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getTag().isEmpty()
                && scalar.getAnchor().isEmpty();
        if (!plain) {
            return value(event, depth);
        }
        Region region = content((ScalarEvent) event);
        String text = PortableText.checked(reading, ((ScalarEvent) event).getValue(), region);
        return Tree.leaf(Scalars.resolve(text), Spot.leaf(region));
    }

    /** A flow collection from bracket to bracket; a block collection from its first char to the end of its last value. */
    private Region whole(CollectionStartEvent start, Event end, @Nullable Region last) {
        int from = pastProperties(start);
        if (start.isFlow() || last == null) {
            int to = start.isFlow() ? positions.end(end) : from;
            return reading.lines().region(Math.min(from, to), to);
        }
        Region first = reading.lines().region(from, from);
        return new Region(first.line(), first.column(), last.endLine(), last.endColumn());
    }
}
