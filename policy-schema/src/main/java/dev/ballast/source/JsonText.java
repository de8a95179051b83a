package dev.ballast.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ballast.diagnostic.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the values of a strict JSON text. */
final class JsonText {
    /** Depth and length are bounded by {@link Limits}; Jackson's own bounds would end in words that nobody understands. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final Reading reading;
    private final JsonParser parser;

    private JsonText(Reading reading, JsonParser parser) {
        this.reading = reading;
        this.parser = parser;
    }

    /** Reads every value; returns whether the text is JSON from beginning to end. A syntax error is reported. */
    static boolean read(Reading reading) {
        // From one array: a parser that refills its buffer while it looks ahead gives wrong locations.
        try (JsonParser parser = FACTORY.createParser(reading.text().toCharArray())) {
            new JsonText(reading, parser).readAll();
            return true;
        } catch (JsonProcessingException e) {
            JsonErrors.report(reading, e);
            return false;
        } catch (Reading.Exceeded e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAll() throws IOException, Reading.Exceeded {
        while (parser.nextToken() != null) {
            reading.add(value(1));
        }
    }

    /** The next token inside a collection. */
    private JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new JsonEOFException(parser, null, "end inside a collection");
        }
        return token;
    }

    private int start() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private Tree value(int depth) throws IOException, Reading.Exceeded {
        int start = start();
        reading.countValue(start);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            reading.checkDepth(depth, reading.lines().region(start, start + 1));
            return token == JsonToken.START_OBJECT ? object(start, depth) : array(start, depth);
        }
        Region region = reading.lines().region(start, end(start));
        return Tree.leaf(scalar(token, region), Spot.leaf(region));
    }

    private JsonNode scalar(JsonToken token, Region region) throws IOException {
        return switch (token) {
            case VALUE_STRING -> TextNode.valueOf(PortableText.checked(reading, parser.getText(), region));
            case VALUE_NUMBER_INT -> Scalars.node(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> number(region);
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            default -> NullNode.instance;
        };
    }

    private JsonNode number(Region region) throws IOException {
        double value = Double.parseDouble(parser.getText());
        if (Double.isInfinite(value)) {
            Tags.notFinite(reading, parser.getText(), region);
            return TextNode.valueOf(parser.getText());
        }
        return DoubleNode.valueOf(value);
    }

    /** The end of the scalar or key at an offset; the parser itself is already behind the colon of a key. */
    private int end(int start) {
        String text = reading.text();
        int at = start + 1;
        if (text.charAt(start) != '"') {
            while (at < text.length() && "{}[],:\" \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return at;
        }
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    private Tree array(int start, int depth) throws IOException, Reading.Exceeded {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        List<Spot> spots = new ArrayList<>();
        int height = 1;
        long size = 1;
        while (next() != JsonToken.END_ARRAY) {
            Tree element = value(depth + 1);
            node.add(element.node());
            spots.add(element.spot());
            height = Math.max(height, element.height() + 1);
            size += element.size();
        }
        Region region = reading.lines().region(start, start() + 1);
        return new Tree(node, new Spot(region, Map.of(), spots), height, size);
    }

    private Tree object(int start, int depth) throws IOException, Reading.Exceeded {
        Members members = new Members(reading);
        while (next() != JsonToken.END_OBJECT) {
            if (parser.currentToken() != JsonToken.FIELD_NAME) {
                throw new JsonEOFException(parser, parser.currentToken(), "no key inside an object");
            }
            int keyStart = start();
            Region key = reading.lines().region(keyStart, end(keyStart));
            String name = PortableText.checked(reading, parser.currentName(), key);
            next();
            members.put(name, key, value(depth + 1));
        }
        return members.tree(reading.lines().region(start, start() + 1));
    }
}
