package dev.ballast.source;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes to text: UTF-8, or UTF-16 and UTF-32 with a byte order mark. */
final class Decoder {
    private record Encoding(Charset charset, List<Integer> mark) {
        boolean matches(byte[] bytes) {
            if (bytes.length < mark.size()) {
                return false;
            }
            for (int i = 0; i < mark.size(); i++) {
                if ((bytes[i] & 0xFF) != mark.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** UTF-32LE before UTF-16LE, whose mark it begins with. */
    private static final List<Encoding> ENCODINGS = List.of(
            new Encoding(StandardCharsets.UTF_8, List.of(0xEF, 0xBB, 0xBF)),
            new Encoding(Charset.forName("UTF-32LE"), List.of(0xFF, 0xFE, 0, 0)),
            new Encoding(Charset.forName("UTF-32BE"), List.of(0, 0, 0xFE, 0xFF)),
            new Encoding(StandardCharsets.UTF_16LE, List.of(0xFF, 0xFE)),
            new Encoding(StandardCharsets.UTF_16BE, List.of(0xFE, 0xFF)));

    private Decoder() {}

    static Outcome<String> decode(String name, byte[] bytes) {
        Encoding encoding = ENCODINGS.stream()
                .filter(e -> e.matches(bytes))
                .findFirst()
                .orElse(new Encoding(StandardCharsets.UTF_8, List.of()));
        int skip = encoding.mark().size();
        ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip).slice();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        var decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (text.indexOf('\0') >= 0) {
            return Outcome.failed(Diagnostic.error(
                            "source.binary",
                            new Place.Whole(name),
                            "this is a binary file (it contains a zero byte), expected YAML or JSON text")
                    .help("leave it out of the folder, or name the policy files one by one"));
        }
        if (result.isError()) {
            Lines lines = new Lines(text);
            Region region = lines.region(text.length(), text.length());
            return Outcome.failed(Diagnostic.error(
                            "yaml.not-text",
                            new Place.Text(name, region),
                            "the byte 0x%02X at offset %d is not valid %s"
                                    .formatted(
                                            in.get(in.position()),
                                            skip + in.position(),
                                            encoding.charset().name()))
                    .help("save the file as UTF-8"));
        }
        return Outcome.of(text);
    }
}
