package dev.ballast.price;

import dev.ballast.policy.PolicyReader;
import dev.ballast.policy.PriceBook;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The price book that ships with Ballast. */
public final class BuiltInBook {
    /** What findings call the file. */
    static final String SOURCE = "built-in prices";

    private BuiltInBook() {}

    /** The book, read when first asked for. */
    public static PriceBook get() {
        return Read.BOOK;
    }

    /** Its text. */
    static byte[] text() {
        try (InputStream in = BuiltInBook.class.getResourceAsStream("builtin.yaml")) {
            if (in == null) {
                throw new IllegalStateException("missing resource builtin.yaml");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That it is right by its schema is for a test to say: no run needs to know again. */
    private static final class Read {
        static final PriceBook BOOK = PolicyReader.read(
                        SourceReader.read(SOURCE, text(), Limits.DEFAULT)
                                .value()
                                .orElseThrow()
                                .documents(),
                        document -> List.of())
                .value()
                .orElseThrow()
                .priceBooks()
                .get(0);
    }
}
