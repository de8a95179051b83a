package dev.ballast.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceFile;
import dev.ballast.source.SourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the policies of a file in canonical form: keys in their order, two spaces of indentation, no needless quotes, at most one
 * blank line in a row. Comments, anchors and the meaning stay; that they stay is checked for every document, and a document for which
 * the check fails is left as it was.
 */
public final class Formatter {
    private static final Pattern SEPARATOR = Pattern.compile("(?m)^---(?=[ \\t\\r\\n]|$)[^\\n]*(\\n|$)");

    private Formatter() {}

    /**
     * Formats every document whose {@code apiVersion} begins with {@code ballast.dev/}; all others, and JSON files, stay as they
     * are, char for char.
     *
     * @return always a text; a document that had to stay as it was is a note {@code format.kept} that says why. Findings about
     *     reading are the reader's and not repeated
     */
    public static Outcome<String> format(SourceFile file, KeyOrder order) {
        if (file.name().endsWith(".json")) {
            return Outcome.of(file.text());
        }
        List<Diagnostic> findings = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        Matcher separators = SEPARATOR.matcher(file.text());
        int from = 0;
        String separator = "";
        boolean more = true;
        while (more) {
            more = separators.find();
            String body = file.text()
                    .substring(from, more ? separators.start() : file.text().length());
            append(out, separator, body, order, file, from, findings);
            if (more) {
                separator = separators.group();
                from = separators.end();
            }
        }
        return Outcome.of(out.toString(), findings);
    }

    private static void append(
            StringBuilder out,
            String separator,
            String body,
            KeyOrder order,
            SourceFile file,
            int offset,
            List<Diagnostic> findings) {
        try {
            String formatted = body(separator, body, order);
            boolean changed = !formatted.equals(body);
            out.append(changed ? separator.replace("\r", "").stripTrailing() : separator);
            out.append(changed && !separator.isEmpty() ? "\n" : "").append(formatted);
        } catch (Piece.Unformattable e) {
            out.append(separator).append(body);
            int line = 1
                    + (int) file.text()
                            .substring(0, offset)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            String why = "this document stays as it is written: " + e.getMessage();
            findings.add(Diagnostic.note("format.kept", new Place.Text(file.name(), Region.at(line, 1)), why));
        }
    }

    private static String body(String separator, String body, KeyOrder order) throws Piece.Unformattable {
        Outcome<SourceFile> read = SourceReader.read("document", body, Limits.DEFAULT);
        List<Document> documents = read.value().map(SourceFile::documents).orElse(List.of());
        if (read.hasErrors()) {
            throw new Piece.Unformattable("it cannot be read");
        }
        if (documents.isEmpty() || !isPolicy(documents.get(0).root())) {
            return body;
        }
        boolean content = !separator.replaceFirst("#.*", "").strip().matches("(---)?");
        if (content
                || documents.size() > 1
                || Pattern.compile("(?m)^(%|\\.\\.\\.)").matcher(body).find()) {
            throw new Piece.Unformattable("it has directives, an end marker or text behind `---`");
        }
        return FormattedDocument.of(
                body.replace("\r\n", "\n").replace('\r', '\n'), documents.get(0).root(), order);
    }

    private static boolean isPolicy(JsonNode root) {
        return root.path("apiVersion").asText("").startsWith("ballast.dev/");
    }
}
