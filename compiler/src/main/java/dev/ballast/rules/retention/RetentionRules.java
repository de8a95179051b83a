package dev.ballast.rules.retention;

import dev.ballast.rules.Rule;
import java.util.List;

/** The rules of this category, in the order in which they are documented. */
public final class RetentionRules {
    public static final List<Rule> ALL = List.of(
            new NothingKept(),
            new ShorterThanInterval(),
            new SingleBackup(),
            new UselessTier(),
            new FinerOutlivesCoarser(),
            new ClassOverrideSilenced());

    private RetentionRules() {}
}
