package dev.ballast.source;

import java.util.List;

/**
 * One input that was read.
 *
 * @param name as the user gave it; the same as {@link Document#source()}
 * @param text decoded, without a byte order mark, line ends as they were; empty when the input is not text
 * @param documents those that could be read, in order; {@link Document#index()} is the position in this list. Empty documents are
 *     left out, as {@code kubectl} does
 */
public record SourceFile(String name, String text, List<Document> documents) {
    public SourceFile {
        documents = List.copyOf(documents);
    }
}
