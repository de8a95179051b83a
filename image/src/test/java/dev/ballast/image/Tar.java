package dev.ballast.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads tars as POSIX has them, names in extended headers included. */
final class Tar {
    private static final int BLOCK = 512;
    private static final Pattern PATH = Pattern.compile("(?m)^\\d+ path=(.*)$");

    private Tar() {}

    /**
     * A member.
     *
     * @param type {@code 0} for a file, {@code 5} for a folder
     * @param latin what it holds, each byte as a character
     */
    record Entry(String name, char type, int mode, int user, int group, Instant modified, String latin) {
        byte[] content() {
            return latin.getBytes(ISO_8859_1);
        }

        boolean isFile() {
            return type == '0';
        }
    }

    static List<Entry> read(byte[] tar) throws IOException {
        return read(new ByteArrayInputStream(tar));
    }

    static List<Entry> read(InputStream tar) throws IOException {
        var entries = new ArrayList<Entry>();
        String longName = null;
        for (byte[] header = block(tar); header != null; header = block(tar)) {
            char type = (char) header[156];
            int size = number(header, 124, 12);
            byte[] content = tar.readNBytes(size);
            tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            if (type == 'x') {
                Matcher path = PATH.matcher(new String(content, UTF_8));
                longName = path.find() ? path.group(1) : longName;
                continue;
            }
            entries.add(new Entry(
                    longName == null ? text(header, 0, 100) : longName,
                    type,
                    number(header, 100, 8),
                    number(header, 108, 8),
                    number(header, 116, 8),
                    Instant.ofEpochSecond(number(header, 136, 12)),
                    new String(content, ISO_8859_1)));
            longName = null;
        }
        return entries;
    }

    /** The next header; absent at the end. */
    private static byte @Nullable [] block(InputStream tar) throws IOException {
        byte[] header = tar.readNBytes(BLOCK);
        return header.length < BLOCK || header[0] == 0 ? null : header;
    }

    private static int number(byte[] header, int from, int length) {
        String digits = text(header, from, length).strip();
        return digits.isEmpty() ? 0 : Integer.parseInt(digits, 8);
    }

    private static String text(byte[] header, int from, int length) {
        String field = new String(header, from, length, UTF_8);
        int end = field.indexOf('\0');
        return end < 0 ? field : field.substring(0, end);
    }
}
