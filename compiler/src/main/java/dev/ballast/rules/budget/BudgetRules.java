package dev.ballast.rules.budget;

import dev.ballast.rules.Rule;
import java.util.List;

/** The rules of this category, in the order in which they are documented. */
public final class BudgetRules {
    public static final List<Rule> ALL =
            List.of(new OfPolicies(), new OfEnvironments(), new NearlyUsed(), new NotComparable());

    private BudgetRules() {}
}
