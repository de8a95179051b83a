package dev.ballast.source;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import java.util.ArrayList;
import java.util.List;

/** One input while it is read: what was found so far, and what is left of its limits. */
final class Reading {
    /** So many values need some hundred megabytes. */
    private static final int MAX_VALUES = 1_000_000;

    /** So many findings need some ten megabytes. */
    private static final int MAX_FINDINGS = 10_000;

    private final String name;
    private final String text;
    private final Lines lines;
    private final Limits limits;
    private final List<Document> documents = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();
    private int aliases;
    private long expanded;
    private int values;

    Reading(String name, String text, Limits limits) {
        this.name = name;
        this.text = text;
        this.lines = new Lines(text);
        this.limits = limits;
    }

    /** The input was too much; the finding has been made, and reading ends. */
    static final class Exceeded extends Exception {
        private Exceeded() {
            super(null, null, false, false);
        }
    }

    String text() {
        return text;
    }

    Lines lines() {
        return lines;
    }

    List<Document> documents() {
        return documents;
    }

    List<Diagnostic> findings() {
        return findings;
    }

    Place.Text place(Region region) {
        return new Place.Text(name, region);
    }

    void report(Diagnostic finding) {
        findings.add(finding);
    }

    /** Takes back the findings about keys on a line: a template there breaks keys first and syntax next. */
    void forgetKeys(int line) {
        findings.removeIf(d -> d.rule().equals("yaml.key")
                && d.place() instanceof Place.Text text
                && text.region().line() == line);
    }

    void error(String rule, Region region, String message, String help) {
        report(Diagnostic.error(rule, place(region), message).help(help));
    }

    void add(Tree tree) throws Exceeded {
        if (documents.size() == limits.maxDocuments()) {
            throw exceeded(
                    "yaml.too-many-documents",
                    tree.spot().region(),
                    "the input has more than %,d documents".formatted(limits.maxDocuments()),
                    "split it into several files");
        }
        documents.add(new Document(name, documents.size(), tree.node(), new SpanMap(tree.spot())));
    }

    /** The last document turned out to be the beginning of something that cannot be read. */
    void dropLast() {
        documents.remove(documents.size() - 1);
    }

    void checkDepth(int depth, Region region) throws Exceeded {
        if (depth > limits.maxDepth()) {
            throw exceeded(
                    "yaml.too-deep",
                    region,
                    "values are nested more than %d deep here".formatted(limits.maxDepth()),
                    "make the structure flatter");
        }
    }

    /** An alias token is about to stand for {@code nodes} values. */
    void countAlias(long nodes, Region region) throws Exceeded {
        if (++aliases > limits.maxAliases()) {
            throw exceeded(
                    "yaml.too-many-aliases",
                    region,
                    "the input has more than %,d aliases".formatted(limits.maxAliases()),
                    "split it into several files");
        }
        expanded += nodes;
        if (expanded > limits.maxExpandedNodes()) {
            throw exceeded(
                    "yaml.alias-expansion",
                    region,
                    "the aliases up to here stand for more than %,d values".formatted(limits.maxExpandedNodes()),
                    "write the values out, or let fewer aliases refer to aliases");
        }
    }

    /** Ends reading when there is more in the input, or more wrong with it, than anybody could read. */
    void countValue(int offset) throws Exceeded {
        if (++values > MAX_VALUES) {
            throw exceeded(
                    "yaml.too-many-values",
                    lines.character(offset),
                    "the input has more than %,d values".formatted(MAX_VALUES),
                    "split it into several files");
        }
        if (findings.size() >= MAX_FINDINGS) {
            Place last = findings.get(findings.size() - 1).place();
            Region region = last instanceof Place.Text text ? text.region() : Region.at(1, 1);
            throw exceeded(
                    "yaml.too-many-findings",
                    region,
                    "the input has more than %,d mistakes, the rest is not read".formatted(MAX_FINDINGS),
                    "is this a policy file?");
        }
    }

    private Exceeded exceeded(String rule, Region region, String message, String help) {
        error(rule, region, message, help);
        return new Exceeded();
    }
}
