package dev.ballast.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values to YAML: two spaces, LF, no line folding, and quotes around every text that some reader might take for something else. */
public final class YamlWriter {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
                    .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                    .stringQuotingChecker(new Quoting())
                    .build())
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

    private YamlWriter() {}

    /** One document, ending with a line feed. */
    public static String document(Object value) {
        try {
            return YAML.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that we made cannot be written", e);
        }
    }

    /** A multi-document stream in the order given. */
    public static String stream(List<?> values) {
        return values.parallelStream().map(YamlWriter::document).collect(Collectors.joining("---\n"));
    }

    /** Leaves only plain words unquoted that mean the same text in YAML 1.1 and 1.2. */
    private static final class Quoting extends StringQuotingChecker {
        private static final long serialVersionUID = 1;
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9_./-]*");
        private static final Pattern DURATION = Pattern.compile("(\\d+[hms])+");

        @Override
        public boolean needToQuoteName(String name) {
            return needToQuoteValue(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            boolean plain =
                    PLAIN.matcher(value).matches() || DURATION.matcher(value).matches();
            return !plain || isReservedKeyword(value) || value.equals("y") || value.equals("n");
        }
    }
}
