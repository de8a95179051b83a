package dev.ballast.price;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What differs between price books, for people. */
public final class PriceDiffText {
    private PriceDiffText() {}

    /** The whole text, ending with a line break. */
    public static String of(PriceDiff diff) {
        var text = new StringBuilder();
        for (PriceDiff.Change change : diff.changes()) {
            text.append("%s %s%s\n".formatted(change.kind().sign(), change.key(), regions(change)));
            for (PriceDiff.Field field : change.fields()) {
                text.append("    %s: %s -> %s\n".formatted(field.path(), said(field.before()), said(field.after())));
            }
        }
        text.append("%d changed, %d added, %d removed from %s to %s\n"
                .formatted(
                        diff.count(PriceDiff.Kind.CHANGED),
                        diff.count(PriceDiff.Kind.ADDED),
                        diff.count(PriceDiff.Kind.REMOVED),
                        books(diff.before()),
                        books(diff.after())));
        return text.toString();
    }

    private static String regions(PriceDiff.Change change) {
        return change.regions().isEmpty() ? "" : " in " + String.join(", ", change.regions());
    }

    private static String said(@Nullable String value) {
        return value == null ? "(none)" : value;
    }

    private static String books(List<Book> books) {
        var names = new StringJoiner(", ");
        books.forEach(book -> names.add(book.toString()));
        return names.toString();
    }
}
