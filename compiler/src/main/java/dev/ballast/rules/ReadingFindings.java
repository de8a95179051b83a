package dev.ballast.rules;

import dev.ballast.diagnostic.Severity;
import java.util.List;

/** What is found before there is a plan to look at: while files are read, checked by schema, decoded and resolved. */
final class ReadingFindings {
    /**
     * One such finding; its page stands in the package {@code reading}, named after its id.
     *
     * @param severity the worst it is reported with
     */
    record Finding(String id, Severity severity) {}

    static final List<Finding> ALL = List.of(
            new Finding("exception.expired", Severity.WARNING),
            new Finding("exception.expires-soon", Severity.NOTE),
            new Finding("exception.not-allowed", Severity.ERROR),
            new Finding("exception.too-long", Severity.ERROR),
            new Finding("exception.unknown-rule", Severity.ERROR),
            new Finding("exception.unused", Severity.WARNING),
            new Finding("format.kept", Severity.NOTE),
            new Finding("hook.invalid-parameter", Severity.ERROR),
            new Finding("hook.missing-parameter", Severity.ERROR),
            new Finding("hook.unknown-parameter", Severity.ERROR),
            new Finding("reference.duplicate-name", Severity.ERROR),
            new Finding("schedule.invalid-cron", Severity.ERROR),
            new Finding("schedule.invalid-time", Severity.ERROR),
            new Finding("schedule.unknown-zone", Severity.ERROR),
            new Finding("schema.empty", Severity.ERROR),
            new Finding("schema.enum", Severity.ERROR),
            new Finding("schema.exclusive", Severity.ERROR),
            new Finding("schema.missing-field", Severity.ERROR),
            new Finding("schema.null", Severity.ERROR),
            new Finding("schema.range", Severity.ERROR),
            new Finding("schema.type", Severity.ERROR),
            new Finding("schema.unknown-field", Severity.ERROR),
            new Finding("schema.unknown-kind", Severity.ERROR),
            new Finding("schema.unknown-version", Severity.ERROR),
            new Finding("schema.value", Severity.ERROR),
            new Finding("select.namespaces-unknown", Severity.ERROR),
            new Finding("source.binary", Severity.ERROR),
            new Finding("source.loop", Severity.ERROR),
            new Finding("source.unreadable", Severity.ERROR),
            new Finding("velero.newer-than-known", Severity.WARNING),
            new Finding("velero.unsupported-version", Severity.ERROR),
            new Finding("yaml.alias", Severity.ERROR),
            new Finding("yaml.alias-expansion", Severity.ERROR),
            new Finding("yaml.control-character", Severity.ERROR),
            new Finding("yaml.duplicate-key", Severity.ERROR),
            new Finding("yaml.key", Severity.ERROR),
            new Finding("yaml.merge", Severity.ERROR),
            new Finding("yaml.not-finite", Severity.ERROR),
            new Finding("yaml.not-text", Severity.ERROR),
            new Finding("yaml.syntax", Severity.ERROR),
            new Finding("yaml.tag", Severity.ERROR),
            new Finding("yaml.too-deep", Severity.ERROR),
            new Finding("yaml.too-large", Severity.ERROR),
            new Finding("yaml.too-many-aliases", Severity.ERROR),
            new Finding("yaml.too-many-documents", Severity.ERROR),
            new Finding("yaml.too-many-findings", Severity.ERROR),
            new Finding("yaml.too-many-values", Severity.ERROR));

    private ReadingFindings() {}
}
