package dev.ballast.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.cost.Cause;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingTest {
    private static final Path CASES = Path.of("src/test/resources/golden/plan");

    @Test
    void theTextbookCostsWhatTheTextbookSays() throws IOException {
        Comparison same = compare("a-tier-is-kept-longer", "before.yaml", "before.yaml");
        Bill bill = PlanText.bill(
                same.changes().policies().findFirst().orElseThrow().after());
        assertThat(Spending.bytes(bill)).startsWith("790");
        assertThat(Spending.money(bill)).isEqualTo("39.50 USD");
        assertThat(same.decision()).isEqualTo(Decision.NONE);
    }

    @ParameterizedTest
    @CsvSource({"a-tier-is-kept-longer", "a-budget-is-crossed", "a-limit-is-crossed"})
    void theCausesAddUpToTheDifference(String name) throws IOException {
        Comparison comparison = compare(name, "before.yaml", "after.yaml");
        EnvironmentChange environment = comparison.changes().environments().get(0);
        PolicyChange policy = environment.policies().get(0);
        List<Cause> causes = comparison.basis().causes(environment, policy);
        assertThat(causes).isNotEmpty();
        assertThat(causes.stream().map(Cause::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(Spending.delta(PlanText.bill(policy.before()), PlanText.bill(policy.after()))
                        .orElseThrow()
                        .amount());
    }

    @Test
    void aBudgetThatWasExceededBlocksOnlyWhatMakesItWorse() throws IOException {
        String before = text("a-budget-is-crossed", "after.yaml");
        assertThat(Compared.of(before, before.replace("daily: 60", "daily: 50")).decision())
                .isEqualTo(Decision.CHANGES);
        Comparison worse = Compared.of(before, before.replace("daily: 60", "daily: 70"));
        assertThat(worse.decision()).isEqualTo(Decision.BLOCKED);
        assertThat(worse.crossings()).singleElement().matches(Crossing::worse);
    }

    @Test
    void aBudgetThatDoesNotBlockDoesNot() throws IOException {
        String after = text("a-budget-is-crossed", "after.yaml").replace("45 USD}", "45 USD, block: false}");
        assertThat(Compared.of(text("a-budget-is-crossed", "before.yaml"), after)
                        .decision())
                .isEqualTo(Decision.CHANGES);
    }

    private static Comparison compare(String name, String before, String after) throws IOException {
        return Compared.of(text(name, before), text(name, after));
    }

    private static String text(String name, String file) throws IOException {
        return Files.readString(CASES.resolve(name).resolve(file));
    }
}
