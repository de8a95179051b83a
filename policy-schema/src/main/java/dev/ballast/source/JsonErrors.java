package dev.ballast.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.ballast.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;

/** What is wrong with a JSON text, in words of its users. */
final class JsonErrors {
    private record Explained(String message, @Nullable String help) {}

    private JsonErrors() {}

    static void report(Reading reading, JsonProcessingException error) {
        String text = reading.text();
        long offset = error.getLocation() == null ? 0 : error.getLocation().getCharOffset();
        int at = (int) Math.max(0, Math.min(offset, text.length()));
        Explained explained = explain(error, text, at);

        reading.report(
                Diagnostic.error("yaml.syntax", reading.place(reading.lines().character(at)), explained.message())
                        .help(explained.help()));
    }

    private static Explained explain(JsonProcessingException error, String text, int at) {
        String problem = String.valueOf(error.getOriginalMessage());
        if (error instanceof JsonEOFException || at >= text.length()) {
            return new Explained("the text ends inside a JSON value", "close what was opened: `\"`, `]` or `}`");
        }
        if (problem.contains("Illegal unquoted character")) {
            return new Explained(
                    "found a line break, a tab or another control character inside a string",
                    "write `\\n` or `\\t`, or close the quote");
        }
        if (problem.contains("Unrecognized character escape") || problem.contains("hex-digit")) {
            return new Explained("found a backslash that begins no JSON escape", "write `\\\\` for a backslash");
        }
        if (problem.contains("Unrecognized token")) {
            return new Explained("found a bare word, expected a JSON value", "put the text in double quotes");
        }
        String found = "`" + Character.toString(text.codePointAt(at)) + "`";
        if (problem.contains("start field name")) {
            return new Explained(
                    "found " + found + ", expected a key in double quotes",
                    text.charAt(at) == '}' ? "delete the comma before it" : "put the key in double quotes");
        }
        if (problem.contains("was expecting comma")) {
            return new Explained("found " + found + ", expected a comma or the end of the value", "add the comma");
        }
        if (problem.contains("was expecting a colon")) {
            return new Explained("found " + found + ", expected `:` after the key", "add the colon");
        }
        return new Explained("found " + found + ", which cannot stand here in JSON", null);
    }
}
