package dev.ballast.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.DidYouMean;
import dev.ballast.diagnostic.Place;
import dev.ballast.source.Document;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a document says it is. */
sealed interface Identity {
    /** Not ours: passed over. */
    record Foreign() implements Identity {
        @Override
        public List<Diagnostic> then(Function<Kind, List<Diagnostic>> judge) {
            return List.of();
        }
    }

    /** Ours by its group, and not to be judged further. */
    record Unknown(Diagnostic why) implements Identity {
        @Override
        public List<Diagnostic> then(Function<Kind, List<Diagnostic>> judge) {
            return List.of(why);
        }
    }

    /** Ours, of a kind with a schema. */
    record Known(Kind kind) implements Identity {
        @Override
        public List<Diagnostic> then(Function<Kind, List<Diagnostic>> judge) {
            return judge.apply(kind);
        }
    }

    /** The findings of a document with this identity, where {@code judge} has those of a known kind. */
    List<Diagnostic> then(Function<Kind, List<Diagnostic>> judge);

    static Identity of(Document document) {
        JsonNode root = document.root();
        String version = root.path("apiVersion").asText("");
        Optional<Kind> kind = Kind.of(root.path("kind").asText(""));
        if (!root.isObject() || !(isOurGroup(version) || (kind.isPresent() && isAlmostOurGroup(root, version)))) {
            return new Foreign();
        }
        if (!version.isEmpty() && !version.equals(Kind.API_VERSION)) {
            return new Unknown(unknownVersion(document.place("/apiVersion"), version));
        }
        if (kind.isEmpty() && root.path("kind").isTextual()) {
            return new Unknown(
                    unknownKind(document.place("/kind"), root.path("kind").textValue()));
        }
        return kind.<Identity>map(Known::new).orElseGet(() -> new Unknown(noKind(document, root)));
    }

    private static boolean isOurGroup(String version) {
        String lower = version.toLowerCase(Locale.ROOT);
        return lower.equals(Kind.GROUP) || lower.startsWith(Kind.GROUP + "/");
    }

    private static boolean isAlmostOurGroup(JsonNode root, String version) {
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : version;
        return !root.path("apiVersion").isTextual()
                || version.equals(Kind.VERSION)
                || DidYouMean.closest(group, List.of(Kind.GROUP)).isPresent();
    }

    private static Diagnostic unknownVersion(Place.Field place, String version) {
        return Diagnostic.error(
                        "schema.unknown-version",
                        place,
                        "`apiVersion` is %s, expected `%s`".formatted(Words.code(version), Kind.API_VERSION))
                .help("write `apiVersion: " + Kind.API_VERSION + "`");
    }

    private static Diagnostic unknownKind(Place.Field place, String kind) {
        return Diagnostic.error(
                        "schema.unknown-kind",
                        place,
                        "%s is no kind of `%s`, expected %s"
                                .formatted(Words.code(kind), Kind.API_VERSION, Words.oneOf(Kind.words())))
                .help(DidYouMean.closest(kind, Kind.words())
                        .map(word -> "did you mean `" + word + "`?")
                        .orElse(null));
    }

    private static Diagnostic noKind(Document document, JsonNode root) {
        boolean present = root.has("kind");
        String found = present ? "`kind` is " + Words.found(root.path("kind")) : "`kind` is missing";
        return Diagnostic.error(
                present ? "schema.type" : "schema.missing-field",
                document.place(present ? "/kind" : ""),
                found + ", expected " + Words.oneOf(Kind.words()));
    }
}
