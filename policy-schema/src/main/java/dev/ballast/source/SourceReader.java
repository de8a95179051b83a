package dev.ballast.source;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import java.util.List;

/** Reads one input: its text, and every document in it that can be read. */
public final class SourceReader {
    private SourceReader() {}

    /**
     * Reads YAML or JSON. There is always a value: what could be read, and beside it every finding about the rest. Text that is
     * strict JSON is read as JSON (several values in a row are several documents), everything else as YAML; a name that ends with
     * {@code .json} demands JSON.
     *
     * @param name the input's name as the user gave it; findings repeat it
     */
    public static Outcome<SourceFile> read(String name, byte[] bytes, Limits limits) {
        if (bytes.length > limits.maxBytes()) {
            return nothing(name, List.of(tooLarge(name, bytes.length, limits)));
        }
        Outcome<String> decoded = Decoder.decode(name, bytes);
        return decoded.value()
                .map(text -> text(name, text, limits))
                .orElseGet(() -> nothing(name, decoded.diagnostics()));
    }

    /** The same for text that is decoded already. */
    public static Outcome<SourceFile> read(String name, String text, Limits limits) {
        if (text.length() > limits.maxBytes()) {
            return nothing(name, List.of(tooLarge(name, text.length(), limits)));
        }
        return text(name, text, limits);
    }

    /**
     * The finding for an input that is too large; for callers who know the size before they read.
     *
     * @param size in bytes
     */
    public static Diagnostic tooLarge(String name, long size, Limits limits) {
        return Diagnostic.error(
                        "yaml.too-large",
                        new Place.Whole(name),
                        "the input has %,d bytes, expected at most %,d".formatted(size, limits.maxBytes()))
                .help("split it into several files");
    }

    private static Outcome<SourceFile> nothing(String name, List<Diagnostic> findings) {
        return Outcome.of(new SourceFile(name, "", List.of()), findings);
    }

    private static Outcome<SourceFile> text(String name, String text, Limits limits) {
        Reading reading = new Reading(name, text, limits);
        if (name.endsWith(".json")) {
            JsonText.read(reading);
        } else if (looksLikeJson(text)) {
            if (!JsonText.read(reading)) {
                reading = new Reading(name, text, limits);
                new YamlText(reading).read();
            }
        } else {
            new YamlText(reading).read();
        }
        return Outcome.of(new SourceFile(name, text, reading.documents()), reading.findings());
    }

    private static boolean looksLikeJson(String text) {
        int first = 0;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return text.startsWith("{", first) || text.startsWith("[", first);
    }
}
