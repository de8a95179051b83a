package dev.ballast.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a plain scalar means to {@code kubectl}: the words and numbers of YAML 1.1 as {@code sigs.k8s.io/yaml} v1.6.0 decides them,
 * with one difference: a whole number too large for 64 bits keeps its digits, where Go rounds it to a double.
 */
public final class Scalars {
    private static final Map<String, JsonNode> WORDS = Stream.of(
                    words(BooleanNode.TRUE, "y Y yes Yes YES true True TRUE on On ON"),
                    words(BooleanNode.FALSE, "n N no No NO false False FALSE off Off OFF"),
                    words(NullNode.instance, "~ null Null NULL"),
                    words(DoubleNode.valueOf(Double.NaN), ".nan .NaN .NAN"),
                    words(DoubleNode.valueOf(Double.POSITIVE_INFINITY), ".inf .Inf .INF +.inf +.Inf +.INF"),
                    words(DoubleNode.valueOf(Double.NEGATIVE_INFINITY), "-.inf -.Inf -.INF"),
                    Map.of("", NullNode.instance))
            .flatMap(m -> m.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Pattern FRACTION = Pattern.compile("\\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INTEGER =
            Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))");
    /** Go's decoder looks at {@code 0b} a second time and then lets a sign through. */
    private static final Pattern SIGN_INSIDE = Pattern.compile("0b([-+][01]+)");

    private static final Pattern DATE_START = Pattern.compile("[0-9]{4}-.*", Pattern.DOTALL);
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger UNSIGNED_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    /** More digits than any double can hold: Go then leaves the text as it is. */
    private static final int LONGEST_NUMBER = 400;

    private Scalars() {}

    private static Map<String, JsonNode> words(JsonNode value, String words) {
        return Stream.of(words.split(" ")).collect(Collectors.toMap(w -> w, w -> value));
    }

    /** The value of a plain (unquoted, untagged) scalar; NaN and infinity come back as doubles. */
    public static JsonNode resolve(String text) {
        JsonNode word = WORDS.get(text);
        if (word != null) {
            return word;
        }
        char first = text.charAt(0);
        if (first == '.') {
            return FRACTION.matcher(text).matches() ? decimal(text.replace("_", "")) : TextNode.valueOf(text);
        }
        boolean numeric = first == '+' || first == '-' || (first >= '0' && first <= '9');
        if (!numeric || DATE_START.matcher(text).matches()) {
            return TextNode.valueOf(text);
        }
        String plain = text.replace("_", "");
        JsonNode number = number(plain);
        return number.isTextual() ? TextNode.valueOf(text) : number;
    }

    private static JsonNode number(String plain) {
        Matcher integer = INTEGER.matcher(plain);
        if (plain.length() <= LONGEST_NUMBER && integer.matches()) {
            BigInteger value = value(integer);
            boolean unsigned = integer.group(1).isEmpty();
            boolean fits = value.compareTo(MIN) >= 0 && value.compareTo(unsigned ? UNSIGNED_MAX : MAX) <= 0;
            if (fits || integer.group(5) != null) {
                return whole(plain, value);
            }
        }
        if (FLOAT.matcher(plain).matches()) {
            return decimal(plain);
        }
        Matcher odd = SIGN_INSIDE.matcher(plain);
        if (odd.matches() && odd.group(1).length() <= 64) {
            return node(new BigInteger(odd.group(1), 2));
        }
        return TextNode.valueOf(plain);
    }

    private static BigInteger value(Matcher integer) {
        int[] radix = {16, 2, 8, 10};
        for (int i = 0; i < radix.length; i++) {
            String digits = integer.group(i + 2);
            if (digits != null) {
                BigInteger value = new BigInteger(digits, radix[i]);
                return "-".equals(integer.group(1)) ? value.negate() : value;
            }
        }
        throw new IllegalStateException("no digits in " + integer.group());
    }

    private static JsonNode whole(String plain, BigInteger value) {
        return Double.isInfinite(value.doubleValue()) ? TextNode.valueOf(plain) : node(value);
    }

    private static JsonNode decimal(String plain) {
        double value = Double.parseDouble(plain);
        return Double.isInfinite(value) ? TextNode.valueOf(plain) : DoubleNode.valueOf(value);
    }

    /** The smallest node that holds a whole number. */
    static JsonNode node(BigInteger value) {
        if (value.bitLength() < 32) {
            return IntNode.valueOf(value.intValue());
        }
        return value.bitLength() < 64 ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }

    /** The string that a plain key becomes, or empty for null and for a whole number beyond 64 bits, which are no keys. */
    static Optional<String> key(JsonNode value) {
        if (value.isNull() || value.isBigInteger()) {
            return Optional.empty();
        }
        return Optional.of(value.isDouble() ? shortest(value.doubleValue()) : value.asText());
    }

    /** A double as Go prints it with {@code FormatFloat(f, 'g', -1, 32)}; the 32 is a bug of theirs that became the format. */
    private static String shortest(double value) {
        float narrow = (float) value;
        if (Float.isNaN(narrow)) {
            return ".nan";
        }
        if (Float.isInfinite(narrow)) {
            return narrow > 0 ? ".inf" : "-.inf";
        }
        if (narrow == 0) {
            return 1 / narrow < 0 ? "-0" : "0";
        }
        BigDecimal exact = new BigDecimal(Float.toString(narrow)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return exact.toPlainString();
        }
        String digits = exact.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return "%s%s%se%s%02d"
                .formatted(
                        narrow < 0 ? "-" : "",
                        digits.charAt(0),
                        fraction,
                        exponent < 0 ? "-" : "+",
                        Math.abs(exponent));
    }
}
