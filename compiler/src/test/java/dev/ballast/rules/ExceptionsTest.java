package dev.ballast.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.compile.Checked;
import dev.ballast.compile.CheckedText;
import dev.ballast.compile.Checker;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** PolicyExceptions at 2026-11-21: which findings they let pass, and what is said of themselves. */
class ExceptionsTest {
    private static final String RULE = "retention.shorter-than-interval";

    private static final String STORE = """
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: primary}
            spec:
              provider: aws
              bucket: acme-backups
              prefix: prod
              region: us-east-1
            """;

    private static final String TWO_ENVIRONMENTS = """
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: Environment
            metadata: {name: dev}
            spec: {velero: {version: "1.18.3", csi: true}}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: Environment
            metadata: {name: prod-eu}
            spec: {group: prod, velero: {version: "1.18.3", csi: true}}
            """;

    @Test
    void letsAFindingPassAndCountsIt() {
        Checked checked = check(policy("3d") + exception(RULE, "2027-03-01"));
        assertThat(checked.diagnostics()).isEmpty();
        assertThat(checked.suppressed()).isEqualTo(1);
    }

    @Test
    void stillHoldsOnItsLastDayAndSaysThatItEndsSoon() {
        Checked checked = check(policy("3d") + exception(RULE, "2026-11-21"));
        assertThat(shown(checked)).containsExactly("note exception.expires-soon /spec/expires");
        assertThat(checked.suppressed()).isEqualTo(1);
    }

    @Test
    void endsSoonFromFourteenDaysOn() {
        assertThat(shown(check(policy("3d") + exception(RULE, "2026-12-05"))))
                .containsExactly("note exception.expires-soon /spec/expires");
        assertThat(shown(check(policy("3d") + exception(RULE, "2026-12-06")))).isEmpty();
    }

    @Test
    void letsNothingPassOnceExpired() {
        Checked checked = check(policy("3d") + exception(RULE, "2026-11-20"));
        assertThat(shown(checked))
                .containsExactly("error " + RULE + " /spec/keep/weekly", "warning exception.expired /spec/expires");
        assertThat(checked.suppressed()).isZero();
    }

    @Test
    void endsWithinHalfAYear() {
        assertThat(shown(check(policy("3d") + exception(RULE, "2027-05-20")))).isEmpty();
        assertThat(shown(check(policy("3d") + exception(RULE, "2027-05-21"))))
                .containsExactly("error exception.too-long /spec/expires");
    }

    @Test
    void namesARuleThatThereIs() {
        Checked checked = check(policy("3d") + exception("retention.shorter-than-intervals", "2027-03-01"));
        assertThat(shown(checked))
                .containsExactly("error " + RULE + " /spec/keep/weekly", "error exception.unknown-rule /spec/rule");
        assertThat(checked.diagnostics().get(1).help()).isEqualTo("did you mean `" + RULE + "`?");
    }

    @Test
    void cannotExcuseWhatCannotBeCompiled() {
        String unsaid = policy("14d").replace("  volumes: {method: snapshot}\n", "");
        assertThat(shown(check(unsaid + exception("volumes.no-method", "2027-03-01"))))
                .containsExactly("error volumes.no-method /spec", "error exception.not-allowed /spec/rule");
    }

    @Test
    void isUnusedWhenNothingIsLeftToExcuse() {
        assertThat(shown(check(policy("14d") + exception(RULE, "2027-03-01"))))
                .containsExactly("warning exception.unused /metadata/name");
    }

    @Test
    void holdsInItsEnvironmentsOnly() {
        String limited = exception(RULE, "2027-03-01") + "  environments: [prod]\n";
        Checked checked = check(policy("3d") + limited + TWO_ENVIRONMENTS);
        assertThat(shown(checked)).containsExactly("error " + RULE + " /spec/keep/weekly");
        assertThat(checked.diagnostics().get(0).environment()).isEqualTo("dev");
        assertThat(checked.suppressed()).isEqualTo(1);
    }

    @Test
    void countsAFindingOfSeveralEnvironmentsOnce() {
        Checked checked = check(policy("3d") + exception(RULE, "2027-03-01") + TWO_ENVIRONMENTS);
        assertThat(checked.diagnostics()).isEmpty();
        assertThat(checked.suppressed()).isEqualTo(1);
    }

    @Test
    void isNotCalledUnusedBeforeItsEnvironmentsWereJudged() {
        String everywhere = policy("14d") + exception(RULE, "2027-03-01");
        assertThat(shown(check(everywhere + TWO_ENVIRONMENTS, Set.of("dev")))).isEmpty();
        assertThat(shown(check(everywhere + "  environments: [prod]\n" + TWO_ENVIRONMENTS, Set.of("dev"))))
                .isEmpty();
        assertThat(shown(check(everywhere + "  environments: [dev]\n" + TWO_ENVIRONMENTS, Set.of("dev"))))
                .containsExactly("warning exception.unused /metadata/name");
        assertThat(shown(check(everywhere + TWO_ENVIRONMENTS)))
                .containsExactly("warning exception.unused /metadata/name");
    }

    @Test
    void isNotCalledUnusedWhileAnEnvironmentCannotBeRead() {
        String unreadable = TWO_ENVIRONMENTS.replace("group: prod", "grupe: prod");
        String limited = exception(RULE, "2027-03-01") + "  environments: [prod]\n";
        assertThat(shown(check(policy("14d") + limited + unreadable)))
                .isNotEmpty()
                .noneMatch(shown -> shown.contains("exception.unused"));
    }

    @Test
    void isForOneOfTwoPoliciesThatShareAFinding() {
        String gold = """
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupClass
                metadata: {name: gold}
                spec: {keep: {weekly: 3d}, volumes: {method: snapshot}}
                """;
        String policies = ofGold("shop") + "---\n" + ofGold("crm");
        Checked checked = check(policies + exception(RULE, "2027-03-01") + gold);
        assertThat(shown(checked)).containsExactly("error " + RULE + " /spec/keep/weekly");
        assertThat(checked.diagnostics().get(0).policy()).isEqualTo("crm");

        String forTheClass =
                exception(RULE, "2027-03-01").replace("BackupPolicy, name: shop", "BackupClass, name: gold");
        assertThat(shown(check(policies + forTheClass + gold))).isEmpty();
    }

    private static String policy(String keep) {
        return """
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: shop}
                spec:
                  select: {namespaces: [shop]}
                  keep: {weekly: %s}
                  volumes: {method: snapshot}
                """.formatted(keep);
    }

    private static String ofGold(String name) {
        return """
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: %1$s}
                spec: {class: gold, select: {namespaces: [%1$s]}}
                """.formatted(name);
    }

    private static String exception(String rule, String expires) {
        return """
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: PolicyException
                metadata: {name: for-now}
                spec:
                  rule: %s
                  target: {kind: BackupPolicy, name: shop}
                  reason: the batch copies what it needs before the next run
                  owner: team-shop
                  expires: "%s"
                """.formatted(rule, expires);
    }

    /** With a prefix for each environment where there are two. */
    private static String store(String text) {
        return text.contains("name: dev}") ? STORE + "  overrides: {dev: {prefix: dev}}\n" : STORE;
    }

    private static Checked check(String text) {
        return CheckedText.of(text + store(text)).checked();
    }

    private static Checked check(String text, Set<String> environments) {
        var documents = SourceReader.read("case.yaml", text + store(text), Limits.DEFAULT)
                .value()
                .orElseThrow();
        return Checker.of(documents.documents())
                .check(environment -> environments.contains(environment.name()), Map.of(), CheckedText.AT);
    }

    private static List<String> shown(Checked checked) {
        return checked.diagnostics().stream()
                .map(d -> "%s %s %s"
                        .formatted(
                                d.severity().word(),
                                d.rule(),
                                ((dev.ballast.diagnostic.Place.Field) d.place()).pointer()))
                .toList();
    }
}
