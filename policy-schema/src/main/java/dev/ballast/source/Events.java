package dev.ballast.source;

import java.io.Reader;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The events of a text. The scanner trips over some broken escapes with an exception of Java; here they are syntax errors. */
final class Events {
    private final StreamReader reader;
    private final ParserImpl parser;

    Events(LoadSettings settings, Reader text) {
        this.reader = new StreamReader(settings, text);
        this.parser = new ParserImpl(settings, reader);
    }

    boolean hasNext() {
        try {
            return parser.hasNext();
        } catch (IllegalArgumentException e) {
            throw brokenEscape();
        }
    }

    Event next() {
        try {
            return parser.next();
        } catch (IllegalArgumentException e) {
            throw brokenEscape();
        }
    }

    private ScannerException brokenEscape() {
        return new ScannerException(
                "while scanning a double-quoted scalar",
                Optional.empty(),
                "an escape is cut off or too large",
                reader.getMark());
    }
}
