package dev.ballast.source;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spans by pointer, without storing a pointer: most are never asked for, and the pointers of a deep document with long keys would
 * need far more memory than the document.
 */
final class SpanMap extends AbstractMap<String, Document.Span> {
    private final Spot root;

    SpanMap(Spot root) {
        this.root = root;
    }

    @Override
    public Document.@Nullable Span get(@Nullable Object key) {
        if (!(key instanceof String pointer) || !(pointer.isEmpty() || pointer.startsWith("/"))) {
            return null;
        }
        Spot spot = root;
        Document.Span span = root.span();
        for (int at = 0; at < pointer.length(); ) {
            int end = pointer.indexOf('/', at + 1);
            end = end < 0 ? pointer.length() : end;
            String name = pointer.substring(at + 1, end).replace("~1", "/").replace("~0", "~");
            Spot.@Nullable Member member = child(spot, name);
            if (member == null) {
                return null;
            }
            spot = member.spot();
            span = member.span();
            at = end;
        }
        return span;
    }

    private static Spot.@Nullable Member child(Spot spot, String name) {
        Spot.Member member = spot.members().get(name);
        if (member != null || spot.elements().isEmpty()) {
            return member;
        }
        if (!name.matches("0|[1-9][0-9]{0,8}")) {
            return null;
        }
        int index = Integer.parseInt(name);
        if (index >= spot.elements().size()) {
            return null;
        }
        Spot element = spot.elements().get(index);
        return new Spot.Member(element.region(), element);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    /** Every pointer, in document order; made anew by each call. */
    @Override
    public Set<Map.Entry<String, Document.Span>> entrySet() {
        List<Map.Entry<String, Document.Span>> all = new ArrayList<>();
        all.add(Map.entry("", root.span()));
        collect("", root, all);
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Document.Span>> iterator() {
                return all.iterator();
            }

            @Override
            public int size() {
                return all.size();
            }
        };
    }

    private static void collect(String pointer, Spot spot, List<Map.Entry<String, Document.Span>> all) {
        spot.members().forEach((name, member) -> {
            String child = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            all.add(Map.entry(child, member.span()));
            collect(child, member.spot(), all);
        });
        for (int i = 0; i < spot.elements().size(); i++) {
            all.add(Map.entry(pointer + "/" + i, spot.elements().get(i).span()));
            collect(pointer + "/" + i, spot.elements().get(i), all);
        }
    }
}
