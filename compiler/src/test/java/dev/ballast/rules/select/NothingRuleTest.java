package dev.ballast.rules.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.compile.CheckedText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Selecting by labels of namespaces, which needs a cluster's namespaces beside the text. */
class NothingRuleTest {
    private static final String POLICY = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: shop}
            spec:
              select: {namespaceSelector: {matchLabels: {backup: gold}}}
              keep: {daily: 7}
              volumes: {method: snapshot}
            """;

    @Test
    void labelsThatNoNamespaceHasSelectNothing() {
        assertThat(found(Map.of("shop", Map.of("backup", "silver")))).containsExactly("select.nothing");
    }

    @Test
    void labelsOfVelerosOwnNamespaceAloneSelectNothing() {
        assertThat(found(Map.of("velero", Map.of("backup", "gold")))).containsExactly("select.nothing");
    }

    @Test
    void labelsThatOneNamespaceHasSelectIt() {
        assertThat(found(Map.of("shop", Map.of("backup", "gold")))).isEmpty();
    }

    @Test
    void namespacesThatAreNotKnownAreAnotherFinding() {
        assertThat(found(Map.of())).containsExactly("select.namespaces-unknown");
    }

    private static List<String> found(Map<String, Map<String, String>> namespaces) {
        return CheckedText.of(POLICY, namespaces).diagnostics().stream()
                .map(diagnostic -> diagnostic.rule())
                .filter(rule -> rule.startsWith("select."))
                .toList();
    }
}
