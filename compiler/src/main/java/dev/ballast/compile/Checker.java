package dev.ballast.compile;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.plan.Fleet;
import dev.ballast.plan.Resolver;
import dev.ballast.policy.Environment;
import dev.ballast.policy.PolicyReader;
import dev.ballast.policy.PolicySet;
import dev.ballast.rules.Judge;
import dev.ballast.schema.SchemaValidation;
import dev.ballast.schema.Schemas;
import dev.ballast.source.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Documents to plans and findings: schema, decoding, resolution, rules, exceptions, in that order, each seeing all of its input. */
public final class Checker {
    /** Schemas are constants: compiling them once for all checks of a process is enough. */
    private static final SchemaValidation SCHEMAS = new SchemaValidation(new Schemas());

    private final Outcome<PolicySet> read;

    private Checker(Outcome<PolicySet> read) {
        this.read = read;
    }

    /** Whether a document is one of ours; all others are passed over. */
    public static boolean isOurs(Document document) {
        return SchemaValidation.isOurs(document);
    }

    /** Decodes documents of our API group. */
    public static Checker of(List<Document> documents) {
        return new Checker(PolicyReader.read(documents, SCHEMAS::validate));
    }

    /** What was read, whatever was found. */
    public PolicySet set() {
        return read.value().orElseThrow();
    }

    /**
     * Plans and findings.
     *
     * @param wanted the environments to look at
     * @param namespaces labels of every namespace by name, for namespace selectors; empty when not known
     * @param at the instant of the check
     */
    public Checked check(Predicate<Environment> wanted, Map<String, Map<String, String>> namespaces, Instant at) {
        Outcome<Fleet> resolved = Resolver.resolve(set(), wanted, namespaces);
        Fleet fleet = resolved.value().orElseThrow();
        Judge.Verdict verdict = Judge.judge(fleet, at);
        var all = new ArrayList<Diagnostic>(read.diagnostics());
        all.addAll(resolved.diagnostics());
        all.addAll(verdict.diagnostics());
        return new Checked(fleet, List.copyOf(all), verdict.suppressed());
    }
}
