package dev.ballast.source;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every source of one run, to look places up in. */
public final class Sources {
    private record Entry(int order, SourceFile file, Lines lines) {}

    private final Map<String, Entry> byName = new HashMap<>();

    private Sources(Collection<SourceFile> files) {
        for (SourceFile file : files) {
            byName.putIfAbsent(file.name(), new Entry(byName.size(), file, new Lines(file.text())));
        }
    }

    /** The sources in the order in which their findings are to be shown; of two with one name the first is kept. */
    public static Sources of(Collection<SourceFile> files) {
        return new Sources(files);
    }

    public Optional<SourceFile> file(String source) {
        return Optional.ofNullable(byName.get(source)).map(Entry::file);
    }

    /** Where a place stands; empty for a whole input, an unknown source and a document that has no text. */
    public Optional<Region> region(Place place) {
        if (place instanceof Place.Text text) {
            return Optional.of(text.region());
        }
        if (place instanceof Place.Field field) {
            return file(field.source())
                    .map(SourceFile::documents)
                    .filter(all -> field.document() >= 0 && field.document() < all.size())
                    .flatMap(all -> all.get(field.document()).region(field));
        }
        return Optional.empty();
    }

    /** The text of a line without its line end; empty for an unknown source or a line that it does not have. */
    public Optional<String> line(String source, int number) {
        Entry entry = byName.get(source);
        if (entry == null || number < 1 || number > entry.lines().count()) {
            return Optional.empty();
        }
        return Optional.of(entry.lines().line(number));
    }

    /**
     * The findings by order of their source (unknown ones last, by name), region (a whole input first), document, rule, message;
     * of exact duplicates one is kept.
     */
    public List<Diagnostic> inOrder(List<Diagnostic> diagnostics) {
        return new LinkedHashSet<>(diagnostics).stream().sorted(order()).toList();
    }

    private Comparator<Diagnostic> order() {
        return Comparator.<Diagnostic>comparingInt(d -> rank(d.place().source()))
                .thenComparing(d -> d.place().source())
                .thenComparing(d -> region(d.place()).orElse(START))
                .thenComparing(d -> d.place() instanceof Place.Field field ? field.document() : 0)
                .thenComparing(d -> d.place() instanceof Place.Field field ? field.pointer() : "")
                .thenComparing(Diagnostic::rule)
                .thenComparing(Diagnostic::message);
    }

    private static final Region START = Region.at(1, 1);

    private int rank(String source) {
        Entry entry = byName.get(source);
        return entry == null ? Integer.MAX_VALUE : entry.order();
    }
}
