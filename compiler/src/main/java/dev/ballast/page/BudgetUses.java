package dev.ballast.page;

import dev.ballast.invoice.Invoice.BudgetUse;
import dev.ballast.page.DataTable.Cell;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of their budgets policies and environments use.
 *
 * @param uses of all environments of a page
 */
record BudgetUses(List<BudgetUse> uses) {
    private static final int ALL = 100;

    BudgetUses {
        uses = List.copyOf(uses);
    }

    /** Of a policy, or with no policy of the environment itself. */
    Optional<BudgetUse> of(String environment, @Nullable String policy) {
        return uses.stream()
                .filter(use -> use.environment().equals(environment) && Objects.equals(use.policy(), policy))
                .findFirst();
    }

    /** Empty where there is no budget. */
    Cell cell(String environment, @Nullable String policy) {
        return of(environment, policy)
                .map(use -> {
                    Cell words = Cell.of(
                            use.percent() == null
                                    ? budget(use) + ", use not known"
                                    : "%s of %s".formatted(share(use), budget(use)));
                    return isOver(use) ? words.noting("over budget") : words;
                })
                .orElse(Cell.of(""));
    }

    /** {@code 2,000 USD}. */
    static String budget(BudgetUse use) {
        return Format.number(use.budget().amount()) + " "
                + use.budget().currency().getCurrencyCode();
    }

    /** {@code 79%}. */
    static String share(BudgetUse use) {
        return use.percent() == null ? Amounts.UNKNOWN : use.percent() + "%";
    }

    static boolean isOver(BudgetUse use) {
        Integer percent = use.percent();
        return percent != null && percent > ALL;
    }
}
