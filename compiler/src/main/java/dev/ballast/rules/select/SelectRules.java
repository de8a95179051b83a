package dev.ballast.rules.select;

import dev.ballast.rules.Rule;
import java.util.List;

/** The rules of this category, in the order in which they are documented. */
public final class SelectRules {
    public static final List<Rule> ALL = List.of(
            new Nothing(),
            new IncludedAndExcluded(),
            new StarWithOthers(),
            new GlobUnsupported(),
            new EmptySelector(),
            new LabelSelectorDropsRelated(),
            new UnknownResource(),
            new SystemNamespace(),
            new ApplicationExcluded(),
            new PrunerLabel());

    private SelectRules() {}
}
