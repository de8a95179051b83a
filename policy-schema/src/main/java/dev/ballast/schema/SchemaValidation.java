package dev.ballast.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.source.Document;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Says what a document has wrong by the schema of its kind. Schemas are compiled when first needed; safe for use by many threads. */
public final class SchemaValidation {
    private final Schemas schemas;
    private final Map<Kind, Schema> compiled = new ConcurrentHashMap<>();
    private final Schema all;

    public SchemaValidation(Schemas schemas) {
        this.schemas = schemas;
        this.all =
                registry().getSchema(SchemaLocation.of("https://ballast.dev/schemas/judging.json"), schemas.judging());
    }

    private static SchemaRegistry registry() {
        var config = SchemaRegistryConfig.builder()
                .locale(Locale.ENGLISH)
                .formatAssertionsEnabled(true)
                .preloadSchema(false)
                .regularExpressionFactory(JDKRegularExpressionFactory.getInstance())
                .build();
        return SchemaRegistry.withDialect(Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(config));
    }

    /**
     * Everything wrong with the document by itself, ordered by position; what merely follows from another finding is left out. A
     * document of another API group has nothing wrong here.
     */
    public List<Diagnostic> validate(Document document) {
        return Identity.of(document).then(kind -> judge(document, kind));
    }

    /** Whether the document speaks our language, or means to: its API group is ours, or its kind is and its group almost. */
    public static boolean isOurs(Document document) {
        return !(Identity.of(document) instanceof Identity.Foreign);
    }

    private List<Diagnostic> judge(Document document, Kind kind) {
        var errors = compiled.computeIfAbsent(kind, this::compile).validate(document.root());
        if (errors.isEmpty()) {
            return List.of();
        }
        JsonNode bundled = schemas.bundled(kind);
        List<Violation> violations = errors.stream()
                .map(error -> Violation.of(error, bundled, document.root()))
                .toList();
        var findings = new Findings(document, new Fields(kind, bundled));
        return Order.byPosition(
                document,
                Consequences.removed(violations).stream().map(findings::of).toList());
    }

    private Schema compile(Kind kind) {
        return all.getRefSchema(
                new NodePath(PathType.JSON_POINTER).append("$defs").append(kind.word()));
    }
}
