package dev.ballast.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.parser.ParserImpl;

/** Builds the pieces of one document; comments are attached afterwards. */
final class Pieces {
    private final String text;
    private final TextLines lines;
    private final ParserImpl events;

    Pieces(String text, TextLines lines, ParserImpl events) {
        this.text = text;
        this.lines = lines;
        this.events = events;
    }

    Piece root() throws Piece.Unformattable {
        events.next();
        events.next();
        return piece(events.next());
    }

    private int start(Event event) {
        return lines.offset(event.getStartMark().orElseThrow());
    }

    private int end(Event event) {
        return lines.offset(event.getEndMark().orElseThrow());
    }

    private Piece piece(Event event) throws Piece.Unformattable {
        int at = start(event);
        int content = at;
        while (content < text.length() && (text.charAt(content) == '&' || text.charAt(content) == '!')) {
            while (content < text.length() && !Character.isWhitespace(text.charAt(content))) {
                content++;
            }
            at = content;
            while (content < text.length() && Character.isWhitespace(text.charAt(content))) {
                content++;
            }
        }
        String properties = String.join(" ", text.substring(start(event), at).split("\\s+"));
        if (event instanceof CollectionStartEvent collection) {
            return collection.isFlow() ? flow(collection, properties, content) : block(collection, properties);
        }
        return leaf(event, properties, Math.min(content, Math.max(at, end(event))));
    }

    private Piece.Leaf leaf(Event event, String properties, int start) throws Piece.Unformattable {
        if (event instanceof AliasEvent alias) {
            lines.cover(start(event), end(event));
            return new Piece.Leaf(
                    "", start(event), end(event), "*" + alias.getAlias().getValue(), "", false);
        }
        ScalarEvent scalar = (ScalarEvent) event;
        int end = Math.max(start, end(event));
        boolean block = scalar.isLiteral() || scalar.isFolded();
        if (block) {
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        String raw = text.substring(start, end);
        if (raw.startsWith("#")) {
            throw new Piece.Unformattable("a comment stands between an anchor or tag and its value");
        }
        if (block && raw.lines().findFirst().orElse("").matches("[|>][-+]*[0-9+].*")) {
            throw new Piece.Unformattable("a text block counts its indentation or keeps its last blank lines");
        }
        lines.cover(start, end);
        return new Piece.Leaf(properties, start, end, raw, scalar.getValue(), scalar.isSQuoted() || scalar.isDQuoted());
    }

    private Piece.Flow flow(CollectionStartEvent event, String properties, int start) throws Piece.Unformattable {
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        List<Piece.Member> members = new ArrayList<>();
        Event next = events.next();
        for (; !ends(next); next = events.next()) {
            Piece.@Nullable Leaf key = mapping ? key(next) : null;
            Piece value = piece(mapping ? events.next() : next);
            members.add(new Piece.Member(key, value, value.start(), List.of(), ""));
        }
        int end = Math.max(start, end(next));
        lines.cover(start, end);
        return new Piece.Flow(properties, start, end, text.substring(start, end), mapping, members);
    }

    private static boolean ends(Event event) {
        return event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd;
    }

    private Piece.Block block(CollectionStartEvent event, String properties) throws Piece.Unformattable {
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        List<Piece.Member> members = new ArrayList<>();
        int dash = -1;
        for (Event next = events.next(); !ends(next); next = events.next()) {
            Piece.@Nullable Leaf key = mapping ? key(next) : null;
            Piece value = piece(mapping ? events.next() : next);
            dash = dash < 0 && !mapping ? firstDash(value, start(event), properties) : dash;
            int start = key != null ? key.start() : members.isEmpty() ? dash : nextDash(members, dash);
            members.add(new Piece.Member(key, value, start, List.of(), ""));
        }
        Piece.Member last = members.get(members.size() - 1);
        int start = members.get(0).start();
        return new Piece.Block(properties, start, last.value().end(), mapping, members, List.of());
    }

    private int firstDash(Piece value, int start, String properties) throws Piece.Unformattable {
        int dash = properties.isEmpty() ? start : text.indexOf('-', lines.start(lines.lineAt(start) + 1));
        if (dash < 0 || dash > value.start() || text.charAt(dash) != '-') {
            throw new Piece.Unformattable("a list begins in an unusual way");
        }
        return dash;
    }

    /** The dash behind the last member: the first line that has one in the same column as the first. */
    private int nextDash(List<Piece.Member> members, int first) throws Piece.Unformattable {
        int column = lines.column(first);
        int after = lines.lineAt(members.get(members.size() - 1).value().end()) + 1;
        for (int line = after; line < lines.count(); line++) {
            String content = lines.line(line);
            if (lines.indent(line) == column && content.startsWith("-", column)) {
                return lines.start(line) + column;
            }
        }
        throw new Piece.Unformattable("a list goes on in an unusual way");
    }

    private Piece.Leaf key(Event event) throws Piece.Unformattable {
        if (piece(event) instanceof Piece.Leaf leaf
                && !leaf.isAlias()
                && leaf.properties().isEmpty()
                && leaf.end() > leaf.start()
                && !leaf.raw().contains("\n")
                && !explicit(leaf.start())) {
            return leaf;
        }
        throw new Piece.Unformattable("a key is written in an unusual way");
    }

    private boolean explicit(int keyStart) {
        return text.substring(lines.start(lines.lineAt(keyStart)), keyStart)
                .stripTrailing()
                .endsWith("?");
    }
}
