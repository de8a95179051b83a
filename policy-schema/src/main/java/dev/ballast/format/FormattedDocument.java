package dev.ballast.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceFile;
import dev.ballast.source.SourceReader;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** One document in canonical form, proved to mean the same and to hold the same comments. */
final class FormattedDocument {
    private FormattedDocument() {}

    /** Tries with the keys in order, then with the keys as written: an alias cannot stand before its anchor. */
    static String of(String text, JsonNode meaning, KeyOrder order) throws Piece.Unformattable {
        String kind = meaning.path("kind").asText("");
        for (KeyOrder attempt : List.of(order, KeyOrder.AS_WRITTEN)) {
            String formatted = print(text, kind, attempt);
            if (means(formatted, meaning) && comments(formatted).equals(comments(text))) {
                return formatted;
            }
        }
        throw new Piece.Unformattable(
                "it could not be written otherwise without changing its meaning or losing a comment");
    }

    private static String print(String text, String kind, KeyOrder order) throws Piece.Unformattable {
        if (text.indexOf('\uFEFF') >= 0) {
            throw new Piece.Unformattable("it has a byte order mark inside");
        }
        TextLines lines = new TextLines(text);
        Piece root = new Pieces(text, lines, parser(text, false)).root();
        if (!root.properties().isEmpty() || !(root instanceof Piece.Block block)) {
            throw new Piece.Unformattable("it is written in brackets or has an anchor as a whole");
        }
        Piece.Block attached = new Comments(lines).attach(block, 0, lines.count());
        Piece.Member first = attached.members().get(0);
        // A comment at the top that a blank line sets apart belongs to the document: it stays when the first key moves.
        int apart = first.leading().lastIndexOf("") + 1;
        List<String> out = new ArrayList<>(first.leading().subList(0, apart));
        out.addAll(new Printer(kind, order).block(without(attached, apart), "", 0));
        return String.join("\n", trimmed(out)) + "\n";
    }

    /** The block without the first {@code count} lines of comment. */
    private static Piece.Block without(Piece.Block block, int count) {
        List<Piece.Member> members = new ArrayList<>(block.members());
        Piece.Member first = members.get(0);
        List<String> own = first.leading().subList(count, first.leading().size());
        members.set(0, new Piece.Member(first.key(), first.value(), first.start(), own, first.comment()));
        return new Piece.Block(block.properties(), block.start(), block.end(), block.mapping(), members, block.tail());
    }

    private static List<String> trimmed(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isEmpty()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isEmpty()) {
            to--;
        }
        return lines.subList(from, to);
    }

    private static ParserImpl parser(String text, boolean comments) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setParseComments(comments)
                .build();
        return new ParserImpl(settings, new StreamReader(settings, text));
    }

    private static boolean means(String formatted, JsonNode meaning) {
        Outcome<SourceFile> read = SourceReader.read("document", formatted, Limits.DEFAULT);
        return !read.hasErrors()
                && read.value()
                        .map(file -> file.documents().size() == 1
                                && file.documents().get(0).root().equals(meaning))
                        .orElse(false);
    }

    /** Every comment, sorted. The scanner finds them by other means than {@link TextLines} does. */
    private static List<String> comments(String text) throws Piece.Unformattable {
        List<String> found = new ArrayList<>();
        ParserImpl events = parser(text, true);
        try {
            while (events.hasNext()) {
                if (events.next() instanceof CommentEvent comment
                        && !comment.getValue().isBlank()) {
                    found.add(comment.getValue().strip());
                }
            }
        } catch (YamlEngineException e) {
            throw new Piece.Unformattable("its comments stand in unusual places");
        }
        found.sort(null);
        return found;
    }
}
