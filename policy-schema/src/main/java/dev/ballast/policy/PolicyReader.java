package dev.ballast.policy;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import dev.ballast.source.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Documents to a {@link PolicySet}: what the schema accepts is decoded, all else is a finding. */
public final class PolicyReader {
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Map<String, Map<String, Place.Field>> declared = new LinkedHashMap<>();
    private final List<BackupPolicy> policies = new ArrayList<>();
    private final List<BackupClass> classes = new ArrayList<>();
    private final List<BackupStore> stores = new ArrayList<>();
    private final List<Environment> environments = new ArrayList<>();
    private final List<HookTemplate> templates = new ArrayList<>();
    private final List<PolicyException> exceptions = new ArrayList<>();
    private final List<PriceBook> priceBooks = new ArrayList<>();
    private final List<PolicyTest> tests = new ArrayList<>();

    private PolicyReader() {}

    /**
     * Decodes documents of Ballast's kinds.
     *
     * @param documents of our API group only
     * @param schema judges one document, in any thread; errors keep it from being decoded
     */
    public static Outcome<PolicySet> read(List<Document> documents, Function<Document, List<Diagnostic>> schema) {
        var reader = new PolicyReader();
        List<List<Diagnostic>> judged = documents.parallelStream().map(schema).toList();
        for (int i = 0; i < documents.size(); i++) {
            reader.add(documents.get(i), judged.get(i));
        }
        return Outcome.of(
                new PolicySet(
                        List.copyOf(reader.policies),
                        List.copyOf(reader.classes),
                        List.copyOf(reader.stores),
                        List.copyOf(reader.environments),
                        List.copyOf(reader.templates),
                        List.copyOf(reader.exceptions),
                        List.copyOf(reader.priceBooks),
                        List.copyOf(reader.tests),
                        Map.copyOf(reader.declared)),
                reader.findings);
    }

    private void add(Document document, List<Diagnostic> judged) {
        findings.addAll(judged);
        boolean unique = declare(document);
        if (unique && judged.stream().noneMatch(d -> d.severity() == dev.ballast.diagnostic.Severity.ERROR)) {
            decode(document);
        }
    }

    private boolean declare(Document document) {
        String kind = document.root().path("kind").asText();
        String name = document.root().path("metadata").path("name").asText();
        Place.Field here = document.place("/metadata/name");
        Place.Field first =
                declared.computeIfAbsent(kind, k -> new LinkedHashMap<>()).putIfAbsent(name, here);
        if (first != null && !name.isEmpty()) {
            findings.add(Diagnostic.error(
                            "reference.duplicate-name",
                            here,
                            "there is another %s named `%s`; names are unique per kind".formatted(kind, name))
                    .related(first, "the first one")
                    .help("rename one of them, or remove it"));
        }
        return first == null;
    }

    private void decode(Document document) {
        var decoder = new DocumentDecoder(document, findings);
        switch (document.root().path("kind").asText()) {
            case "BackupPolicy" -> policies.add(decoder.policy());
            case "BackupClass" -> classes.add(decoder.backupClass());
            case "BackupStore" -> stores.add(decoder.store());
            case "Environment" -> environments.add(decoder.environment());
            case "HookTemplate" -> templates.add(decoder.template());
            case "PolicyException" -> decoder.exception().ifPresent(exceptions::add);
            case "PriceBook" -> decoder.priceBook().ifPresent(priceBooks::add);
            case "PolicyTest" -> decoder.test().ifPresent(tests::add);
            default -> throw new IllegalArgumentException("the schema accepted an unknown kind");
        }
    }
}
