package dev.ballast.rules.price;

import dev.ballast.rules.Rule;
import java.util.List;

/** The rules of this category, in the order in which they are documented. */
public final class PriceRules {
    public static final List<Rule> ALL =
            List.of(new NoRegion(), new Stale(), new Tiers(), new Duplicate(), new Unsourced(), new NoRate());

    private PriceRules() {}
}
