package dev.ballast.report;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.source.Sources;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Validations that the golden files show in every format. */
enum Samples {
    ALL_KINDS_OF_PLACES {
        @Override
        Validation validation() {
            var texts = new Texts().with(SHOP, SHOP_TEXT).with("classes/gold.yaml", "spec:\n  keep: {daily: 7}\n");
            List<Diagnostic> found = List.of(
                    Diagnostic.warning(
                                    "retention.shorter-than-interval",
                                    texts.field(SHOP, "/spec/keep/hourly", "3h"),
                                    "`hourly` is kept for 3h, but runs every 6h")
                            .help("keep at least `12h`, or run `every 1h`")
                            .related(texts.text(SHOP, "\"every 6h\""), "runs every 6h")
                            .related(texts.field("classes/gold.yaml", "/spec/keep", "{daily: 7}"), "replaces this")
                            .about("shop", "prod"),
                    Diagnostic.error("yaml.duplicate-key", texts.text(SHOP, "daily: 14"), "key `daily` is given twice")
                            .related(texts.text(SHOP, "daily: 7"), "first given here"),
                    Diagnostic.warning(
                                    "selection.nothing",
                                    texts.field(SHOP, "/spec/select", "namespaces:\n      - a\n      - b"),
                                    "`select` names 2 namespaces, and neither exists")
                            .about("shop", null),
                    Diagnostic.error("yaml.tab", texts.text(SHOP, "bad"), "a tab is no indentation")
                            .help("indent with spaces"),
                    Diagnostic.note(
                            "name.unusual", texts.text(SHOP, "\"ストア🦊e\u0301\""), "`store` is a name outside of ASCII"),
                    Diagnostic.error("store.unknown", texts.text(SHOP, "oops"), "no store is called `oops`")
                            .help("did you mean `primary`?"),
                    Diagnostic.error(
                            "input.too-large",
                            new Place.Whole("policies/big.yaml"),
                            "is 104857600 bytes, limit 8388608"),
                    Diagnostic.warning(
                                    "limit.rpo",
                                    Place.value("BackupPolicy/cart", 0, "/spec/schedule/daily"),
                                    "24h lie between due times, the limit is 12h")
                            .related(Place.value("Environment/prod", 0, "/spec/limits/rpo"), "the limit")
                            .about("cart", "prod"));
            return new Validation(
                    new Findings(found, texts.sources()),
                    Summary.of(4, 6, 2, 3, 1, found),
                    List.of(SHOP, "classes/gold.yaml", "policies/big.yaml", "policies/ok.yaml"),
                    "prod",
                    AT);
        }
    },
    NOTHING_FOUND {
        @Override
        Validation validation() {
            return new Validation(
                    new Findings(List.of(), Sources.of(List.of())),
                    Summary.of(1, 1, 1, 0, 0, List.of()),
                    List.of("shop.yaml"),
                    null,
                    AT);
        }
    },
    HOSTILE_TEXT {
        @Override
        Validation validation() {
            String file = "./a b/50%, ünï:<&\"]]>.yaml";
            String far = "filler ".repeat(30) + "needle" + " filler".repeat(30);
            var texts = new Texts().with(file, "a: \u001B[31m\u202Ered\u0007\n" + far + "\nlast: \"\"\n");
            List<Diagnostic> found = List.of(
                    Diagnostic.error(
                                    "text.hostile",
                                    texts.text(file, "\u001B[31m\u202Ered"),
                                    "found `\u001B[31m`, [a](b), {0} and ]]> & <b>\n::error::100%, \u0000")
                            .help("first line\nsecond line, 100%"),
                    Diagnostic.error("text.far", texts.text(file, "needle"), "far to the right"),
                    Diagnostic.error("text.end", texts.text(file, "\"\""), "an empty string"),
                    Diagnostic.note("text.end", new Place.Whole("-"), "standard input ends early"));
            return new Validation(
                    new Findings(found, texts.sources()),
                    Summary.of(2, 1, 0, 1, 2, found),
                    List.of(file, "-"),
                    null,
                    AT);
        }
    };

    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
    private static final String SHOP = "policies/shop.yaml";
    private static final String SHOP_TEXT = """
            kind: BackupPolicy
            spec:
              keep: {hourly: 3h, \
            daily: 7, daily: 14}
              schedule: {hourly: "every 6h"}
              select:
                namespaces:
                  - a
                  - b
            \tx:\tbad
              store: "ストア🦊e\u0301"
              tiers: {日本: ok, daily: {store: oops}}
            """;

    abstract Validation validation();

    static ReportOptions options() {
        return new ReportOptions(
                false,
                Severity.ERROR,
                "0.1.0",
                Map.of("yaml.duplicate-key", "A key stands twice in one mapping."),
                URI.create("https://example.org/ballast/blob/main/"));
    }

    /** The name of its folder. */
    String folder() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
