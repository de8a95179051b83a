package dev.ballast.source;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the documents of a YAML text. After a syntax error reading goes on at the next line that starts a document, so that the
 * documents behind it are judged as well; after a hundred errors the rest is not read.
 */
final class YamlText {
    /** How often reading goes on after a syntax error. */
    private static final int MAX_AGAIN = 100;

    private final Reading reading;

    YamlText(Reading reading) {
        this.reading = reading;
    }

    void read() {
        int bad = ControlCharacters.first(reading.text());
        if (bad >= 0) {
            ControlCharacters.report(reading, bad);
            return;
        }
        int line = readFrom(1, settings(1 << 20));
        for (int again = 0; line > 0 && again < MAX_AGAIN; again++) {
            line = readFrom(line, settings(1 << 16));
        }
    }

    /** Reads from a line to the end or to a syntax error; returns the line to go on from, or 0. */
    private int readFrom(int line, LoadSettings settings) {
        int before = reading.documents().size();
        Positions positions = new Positions(
                reading.lines(), reading.lines().codePoints(reading.lines().start(line)));
        try {
            readAll(new Events(settings, textFrom(line)), positions);
            return 0;
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark()
                    .map(positions::offset)
                    .orElse(reading.text().length());
            boolean cut = String.valueOf(e.getProblem()).contains("document start");
            if (cut && reading.documents().size() > before) {
                reading.dropLast();
            }
            int context = e.getContextMark().map(positions::offset).orElse(at);
            SyntaxErrors.report(reading, e.getContext(), context, e.getProblem(), at);
            return nextDocument(Math.max(reading.lines().lineAt(at), line + 1));
        } catch (YamlEngineException e) {
            SyntaxErrors.report(
                    reading,
                    null,
                    0,
                    String.valueOf(e.getMessage()),
                    reading.lines().start(line));
            return nextDocument(line + 1);
        } catch (Reading.Exceeded e) {
            return 0;
        }
    }

    /** The scanner copies what it looks ahead at whenever its buffer ends: with a small one a long word costs quadratic time. */
    private LoadSettings settings(int largest) {
        int length = Math.max(1024, Math.min(reading.text().length() + 1, largest));
        return LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(length)
                .build();
    }

    private StringReader textFrom(int line) {
        StringReader text = new StringReader(reading.text());
        try {
            text.skip(reading.lines().start(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text;
    }

    private void readAll(Events events, Positions positions) throws Reading.Exceeded {
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                var document = new YamlDocument(reading, positions, events).read();
                if (document.isPresent()) {
                    reading.add(document.get());
                }
            }
        }
    }

    /** The first line from {@code line} on that begins with {@code ---}, or 0. */
    private int nextDocument(int line) {
        for (int i = line; i <= reading.lines().count(); i++) {
            if (reading.text().startsWith("---", reading.lines().start(i))) {
                return i;
            }
        }
        return 0;
    }
}
