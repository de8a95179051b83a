package dev.ballast.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code docs/rules.md}, made from the catalogue. */
final class RulesPage {
    private static final String INTRODUCTION = """
            # Rules

            Everything that `ballast validate` can find, by category. A finding is an `error` when nothing usable would come of the policy,
            a `warning` when it would surprise somebody, and a `note` when it is worth knowing. `--fail-on warning` fails on warnings too.

            A finding with a **yes** under *excusable* can be let pass by a `PolicyException`, for a while and with a reason. The others are
            about what cannot be read or compiled, and about exceptions themselves.

            """;

    private RulesPage() {}

    static String text() {
        Map<String, List<RulePage>> categories = byCategory();
        return INTRODUCTION
                + categories.values().stream().map(RulesPage::table).collect(Collectors.joining())
                + categories.values().stream()
                        .flatMap(List::stream)
                        .map(RulesPage::section)
                        .collect(Collectors.joining());
    }

    /** Categories in the order of the alphabet; in each the rules as they are listed, then what is found while reading. */
    private static Map<String, List<RulePage>> byCategory() {
        var ids = Catalogue.RULES.stream().map(Rule::id).collect(Collectors.toList());
        ReadingFindings.ALL.forEach(finding -> ids.add(finding.id()));
        Map<String, List<RulePage>> categories = ids.stream()
                .map(id -> Catalogue.page(id).orElseThrow())
                .collect(Collectors.groupingBy(page -> category(page.id())));
        var sorted = new LinkedHashMap<String, List<RulePage>>();
        new TreeSet<>(categories.keySet()).forEach(name -> sorted.put(name, categories.getOrDefault(name, List.of())));
        return sorted;
    }

    private static String category(String id) {
        return id.substring(0, id.indexOf('.'));
    }

    private static String table(List<RulePage> pages) {
        Function<RulePage, String> row = page -> "| [`%s`](#%s) | %s | %s | %s. |\n"
                .formatted(
                        page.id(),
                        anchor(page.id()),
                        page.severity().word(),
                        page.excusable() ? "yes" : "no",
                        page.title().replace("|", "\\|"));
        return "## %s\n\n| rule | severity | excusable | what it finds |\n|---|---|---|---|\n"
                        .formatted(category(pages.get(0).id()))
                + pages.stream().map(row).collect(Collectors.joining())
                + "\n";
    }

    private static String section(RulePage page) {
        return "### `%s`\n\n*%s, %s*\n\n%s\n\n"
                .formatted(
                        page.id(),
                        page.severity().word(),
                        page.excusable() ? "excusable" : "not excusable",
                        page.text().strip().replaceAll("(?m)^## (.*)$", "#### $1\n"));
    }

    /** The anchor that GitHub gives the heading of a rule: without backticks and dots. */
    static String anchor(String id) {
        return id.replace(".", "");
    }
}
