package dev.ballast.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.source.Document;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decodes one document whose shape the schema has accepted. */
final class DocumentDecoder {
    private static final Set<String> NOT_TERMS = Set.of("class", "environments", "select", "overrides", "limits");

    private final Document document;
    private final List<Diagnostic> findings;
    private final Fields spec;
    private final Meta meta;

    DocumentDecoder(Document document, List<Diagnostic> findings) {
        this.document = document;
        this.findings = findings;
        this.spec = new Fields(document.root().path("spec"), "/spec", document::place, findings);
        JsonNode metadata = document.root().path("metadata");
        var labels = new TreeMap<String, String>();
        metadata.path("labels")
                .properties()
                .forEach(e -> labels.put(e.getKey(), e.getValue().asText()));
        this.meta = new Meta(metadata.path("name").asText(), Collections.unmodifiableMap(labels), document.place(""));
    }

    BackupPolicy policy() {
        return new BackupPolicy(
                meta,
                spec.text("class"),
                spec.texts("environments"),
                select(spec.object("select")),
                terms("BackupPolicy"),
                overrides("BackupPolicy"));
    }

    BackupClass backupClass() {
        return new BackupClass(
                meta, terms("BackupClass"), overrides("BackupClass"), Limits.decode(spec.object("limits")));
    }

    BackupStore store() {
        return new BackupStore(meta, terms("BackupStore"), spec.texts("environments"), overrides("BackupStore"));
    }

    Environment environment() {
        Fields velero = spec.object("velero");
        Fields exclude = spec.object("exclude");
        Fields alerts = spec.object("alerts");
        return new Environment(
                meta,
                spec.text("group"),
                new Environment.Velero(
                        velero.text("version"),
                        velero.text("namespace", "velero"),
                        velero.flag("csi"),
                        velero.flag("nodeAgent"),
                        velero.map("plugins")),
                spec.text("cluster", meta.name()),
                new Environment.Exclude(exclude.texts("namespaces"), exclude.texts("resources")),
                spec.objects("snapshotLocations").stream()
                        .map(this::snapshotLocation)
                        .toList(),
                spec.text("snapshotPrice"),
                layer("Environment " + meta.name() + " defaults", "/spec/defaults", spec.raw("defaults")),
                layer("Environment " + meta.name() + " overrides", "/spec/overrides", spec.raw("overrides")),
                Limits.decode(spec.object("limits")),
                TermsDecoder.budget(spec.object("budget")),
                new Environment.Alerts(alerts.flag("enabled", false), alerts.text("namespace"), alerts.map("labels")),
                spec.flag("suspend"));
    }

    HookTemplate template() {
        Fields params = spec.object("params");
        var declared = new LinkedHashMap<String, HookTemplate.Param>();
        for (String name : params.names()) {
            Fields param = params.object(name);
            declared.put(name, new HookTemplate.Param(param.text("description", ""), param.text("default")));
        }
        return new HookTemplate(
                meta,
                spec.text("description", ""),
                Collections.unmodifiableMap(declared),
                TermsDecoder.steps(spec, "pre"),
                TermsDecoder.steps(spec, "post"));
    }

    /** Nothing when the date cannot be read, which is then a finding. */
    Optional<PolicyException> exception() {
        Fields target = spec.object("target");
        LocalDate expires = spec.value("expires", Moments::date, "a date such as `2027-03-31`");
        return Optional.ofNullable(expires)
                .map(date -> new PolicyException(
                        meta,
                        spec.text("rule", ""),
                        target.text("kind", ""),
                        target.text("name", ""),
                        spec.texts("environments"),
                        spec.text("reason", ""),
                        spec.text("owner", ""),
                        date));
    }

    /** Nothing when its currency or date cannot be read, which is then a finding. */
    Optional<PriceBook> priceBook() {
        return PriceBookDecoder.decode(meta, spec);
    }

    /** Nothing when its beginning cannot be read, which is then a finding. */
    Optional<PolicyTest> test() {
        return PolicyTestDecoder.decode(meta, spec);
    }

    private Environment.SnapshotLocation snapshotLocation(Fields location) {
        return new Environment.SnapshotLocation(
                location.text("name", ""),
                location.text("provider", ""),
                location.text("region"),
                StoreDecoder.credential(location),
                location.map("config"));
    }

    private static BackupPolicy.Select select(Fields select) {
        var any = new ArrayList<JsonNode>();
        JsonNode selectors = select.raw("anySelectors");
        if (selectors != null) {
            selectors.forEach(any::add);
        }
        return new BackupPolicy.Select(
                select.texts("namespaces"),
                select.texts("excludeNamespaces"),
                select.raw("namespaceSelector"),
                select.raw("selector"),
                List.copyOf(any),
                select.texts("resources"),
                select.texts("excludeResources"),
                select.text("clusterResources", "auto"));
    }

    private Layer terms(String kind) {
        ObjectNode terms = JsonNodeFactory.instance.objectNode();
        document.root().path("spec").properties().forEach(member -> {
            if (!NOT_TERMS.contains(member.getKey())) {
                terms.set(member.getKey(), member.getValue());
            }
        });
        return checked(new Layer(kind + " " + meta.name(), document.place("/spec"), terms), kind);
    }

    private Map<String, Layer> overrides(String kind) {
        var overrides = new LinkedHashMap<String, Layer>();
        document.root().path("spec").path("overrides").properties().forEach(member -> {
            String pointer =
                    document.place("/spec/overrides").child(member.getKey()).pointer();
            String title = "%s %s, override for %s".formatted(kind, meta.name(), member.getKey());
            overrides.put(member.getKey(), checked(layer(title, pointer, member.getValue()), kind));
        });
        return Collections.unmodifiableMap(overrides);
    }

    private Layer layer(String title, String pointer, @Nullable JsonNode fields) {
        ObjectNode object = fields instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
        return new Layer(title, document.place(pointer), object);
    }

    /** Decodes a layer alone, only for the findings: also a class that nobody uses must be right. */
    private Layer checked(Layer layer, String kind) {
        if (!kind.equals("BackupStore")) {
            String base = layer.base().pointer();
            findings.addAll(TermsDecoder.decode(layer.fields(), pointer -> document.place(base + pointer))
                    .diagnostics());
        }
        return layer;
    }
}
