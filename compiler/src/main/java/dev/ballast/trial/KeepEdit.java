package dev.ballast.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceFile;
import dev.ballast.source.SourceReader;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Another {@code keep} for a policy, written into its document before anything is decoded, so that it is resolved like any other. */
public final class KeepEdit {
    private static final String KEEP = "keep";

    private KeepEdit() {}

    /** Reads {@code {daily: 7}} or {@code daily=7,weekly=4}; nothing for a text of another form, or one that names a tier twice. */
    public static Optional<ObjectNode> parse(String text) {
        if (text.strip().startsWith("{")) {
            return SourceReader.read("--keep", text, Limits.DEFAULT)
                    .value()
                    .map(SourceFile::documents)
                    .filter(documents -> documents.size() == 1)
                    .map(documents -> documents.get(0).root())
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast);
        }
        ObjectNode keep = JsonNodeFactory.instance.objectNode();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String tier = part.substring(0, Math.max(0, equals)).strip();
            if (tier.isEmpty() || keep.has(tier)) {
                return Optional.empty();
            }
            String value = part.substring(equals + 1).strip();
            if (value.matches("\\d{1,9}")) {
                keep.put(tier, Integer.parseInt(value));
            } else {
                keep.put(tier, value);
            }
        }
        return Optional.of(keep);
    }

    /** Documents in which the policy says this, in every environment: what its overrides keep is taken away. All others are the same. */
    public static List<Document> lay(List<Document> documents, String policy, ObjectNode keep) {
        return documents.stream()
                .map(document -> isPolicy(document.root(), policy) ? edited(document, keep) : document)
                .toList();
    }

    /** A keep in one line: {@code daily 7, weekly 4}. */
    static String text(JsonNode keep) {
        var text = new StringJoiner(", ");
        keep.properties()
                .forEach(tier -> text.add(tier.getKey() + " " + tier.getValue().asText()));
        return text.toString();
    }

    private static boolean isPolicy(JsonNode root, String policy) {
        return root.path("kind").asText().equals("BackupPolicy")
                && root.path("metadata").path("name").asText().equals(policy);
    }

    private static Document edited(Document document, ObjectNode keep) {
        JsonNode root = document.root().deepCopy();
        if (root.path("spec") instanceof ObjectNode spec) {
            spec.set(KEEP, keep);
            spec.path("overrides").forEach(override -> {
                if (override instanceof ObjectNode terms) {
                    terms.remove(KEEP);
                }
            });
        }
        return new Document(document.source(), document.index(), root, document.spans());
    }
}
