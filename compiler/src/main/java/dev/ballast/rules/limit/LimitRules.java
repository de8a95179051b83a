package dev.ballast.rules.limit;

import dev.ballast.rules.Rule;
import java.util.List;

/** The rules of this category, in the order in which they are documented. */
public final class LimitRules {
    public static final List<Rule> ALL = List.of(
            new LookbackLeast(),
            new RetentionMax(),
            new Rpo(),
            new BudgetMost(),
            new Methods(),
            new StoresAllowed(),
            new HooksRequired(),
            new Offsite(),
            new SecretsForbidden(),
            new AllNamespaces());

    private LimitRules() {}
}
