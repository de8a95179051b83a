package dev.ballast.rules.size;

import dev.ballast.rules.Rule;
import java.util.List;

/** The rules of this category, in the order in which they are documented. */
public final class SizeRules {
    public static final List<Rule> ALL = List.of(new NotConcave(), new SharedVolumes(), new SharedInACircle());

    private SizeRules() {}
}
