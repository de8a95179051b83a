package dev.ballast.e2e.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What comes before the body of an HTTP message.
 *
 * @param line the first
 * @param fields the others, as they came
 */
record Head(String line, List<String> fields) {
    private static final Set<String> OF_CONNECTION = Set.of("connection", "upgrade", "http2-settings", "keep-alive");
    private static final String END = "\r\n\r\n";

    /** Reads exactly the head; an {@link EOFException} where there is none. */
    static Head read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(ISO_8859_1).endsWith(END)) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            bytes.write(next);
            while (next != '\n') {
                next = in.read();
                if (next < 0) {
                    throw new EOFException();
                }
                bytes.write(next);
            }
        }
        List<String> lines = Arrays.asList(bytes.toString(ISO_8859_1).strip().split("\r\n", -1));
        return new Head(lines.get(0), List.copyOf(lines.subList(1, lines.size())));
    }

    /** What a field says; empty where there is none. */
    String field(String name) {
        return fields.stream()
                .map(field -> field.split(":", 2))
                .filter(field -> field[0].equalsIgnoreCase(name))
                .map(field -> field[1].strip())
                .findFirst()
                .orElse("");
    }

    /** Bytes of the body. */
    int length() throws IOException {
        if (!field("Transfer-Encoding").isEmpty()) {
            throw new IOException("only bodies of known length can be kept");
        }
        String length = field("Content-Length");
        return length.isEmpty() ? 0 : Integer.parseInt(length);
    }

    /** The same on a connection that carries nothing else: a WebSocket, or one request. */
    Head alone() {
        boolean socket = fields.stream()
                .anyMatch(
                        field -> field.toLowerCase(Locale.ROOT).replace(" ", "").equals("upgrade:websocket"));
        if (socket) {
            return this;
        }
        var kept = fields.stream()
                .filter(field -> !OF_CONNECTION.contains(field.split(":", 2)[0].toLowerCase(Locale.ROOT)))
                .collect(Collectors.toList());
        kept.add("Connection: close");
        return new Head(line, kept);
    }

    byte[] bytes() {
        return (line + "\r\n" + String.join("\r\n", fields) + END).getBytes(ISO_8859_1);
    }
}
