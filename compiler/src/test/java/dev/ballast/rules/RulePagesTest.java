package dev.ballast.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.compile.CheckedText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Pages have all their sections, and what they call bad and good is found to be so. */
class RulePagesTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final List<String> SECTIONS =
            List.of("## Why it matters", "## Avoid", "## Prefer", "## When to ignore it");

    @TestFactory
    Stream<DynamicTest> everyRule() {
        return Catalogue.RULES.stream().map(rule -> DynamicTest.dynamicTest(rule.id(), () -> check(rule)));
    }

    @TestFactory
    Stream<DynamicTest> everyFindingMadeWhileReading() {
        return Catalogue.pagesById().values().stream()
                .filter(page ->
                        Catalogue.RULES.stream().noneMatch(rule -> rule.id().equals(page.id())))
                .map(page -> DynamicTest.dynamicTest(
                        page.id(), () -> assertThat(page.text()).contains("## Why it matters", "## What to do")));
    }

    private static void check(Rule rule) {
        RulePage page = RulePage.of(rule);
        assertThat(page.text().lines().filter(line -> line.startsWith("## ")).toList())
                .isEqualTo(SECTIONS);
        assertThat(page.text().lines().findFirst().orElse("")).matches("[A-Z].*\\.");
        assertThat(examples(page, "## Avoid", "## Prefer"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(rules(text)).contains(rule.id()));
        assertThat(examples(page, "## Prefer", "## When to ignore it"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(rules(text)).doesNotContain(rule.id()));
    }

    private static List<String> rules(String example) {
        return CheckedText.of(completed(example)).diagnostics().stream()
                .map(dev.ballast.diagnostic.Diagnostic::rule)
                .toList();
    }

    private static List<String> examples(RulePage page, String from, String to) {
        String section =
                page.text().substring(page.text().indexOf(from), page.text().indexOf(to));
        return EXAMPLE.matcher(section).results().map(match -> match.group(1)).toList();
    }

    /** A page shows what matters; a store and an environment are added where it shows none. */
    private static String completed(String example) {
        var text = new StringBuilder(example);
        if (!example.contains("kind: BackupStore")) {
            text.append("""
                    ---
                    apiVersion: ballast.dev/v1alpha1
                    kind: BackupStore
                    metadata: {name: primary}
                    spec: {provider: aws, bucket: acme-backups, prefix: prod, region: us-east-1}
                    """);
        }
        if (!example.contains("kind: Environment")) {
            text.append("""
                    ---
                    apiVersion: ballast.dev/v1alpha1
                    kind: Environment
                    metadata: {name: prod}
                    spec: {velero: {version: "1.18.3", csi: true, nodeAgent: true}}
                    """);
        }
        return text.toString();
    }
}
