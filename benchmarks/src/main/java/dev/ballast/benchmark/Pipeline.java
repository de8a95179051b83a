package dev.ballast.benchmark;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.manifest.Emitted;
import dev.ballast.manifest.YamlWriter;
import dev.ballast.plan.Fleet;
import dev.ballast.plan.Resolver;
import dev.ballast.policy.PolicyReader;
import dev.ballast.policy.PolicySet;
import dev.ballast.rules.Judge;
import dev.ballast.schema.SchemaValidation;
import dev.ballast.schema.Schemas;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The steps one by one, each on the result of the one before. */
final class Pipeline {
    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");

    private final SchemaValidation schemas = new SchemaValidation(new Schemas());

    List<Document> read(Map<String, String> files) {
        return files.entrySet().stream()
                .map(file -> SourceReader.read(file.getKey(), file.getValue(), Limits.DEFAULT))
                .flatMap(read -> read.value().orElseThrow().documents().stream())
                .toList();
    }

    List<Diagnostic> validate(List<Document> documents) {
        return documents.stream()
                .flatMap(document -> schemas.validate(document).stream())
                .toList();
    }

    Outcome<PolicySet> decode(List<Document> documents) {
        return PolicyReader.read(documents, document -> List.of());
    }

    Outcome<Fleet> resolve(PolicySet set) {
        return Resolver.resolve(set, environment -> true, Map.of());
    }

    Judge.Verdict rules(Fleet fleet) {
        return Judge.judge(fleet, AT);
    }

    String compile(Fleet fleet) {
        return fleet.environments().stream()
                .map(environment -> YamlWriter.stream(Emitted.of(environment).manifests()))
                .collect(Collectors.joining());
    }
}
