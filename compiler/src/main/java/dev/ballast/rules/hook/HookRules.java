package dev.ballast.rules.hook;

import dev.ballast.rules.Rule;
import java.util.List;

/** The rules of this category, in the order in which they are documented. */
public final class HookRules {
    public static final List<Rule> ALL = List.of(
            new PodsExcluded(),
            new WorkloadOutsideSelection(),
            new NoSelector(),
            new FreezeWithoutThaw(),
            new ThawSkipped(),
            new FreezeWithFileSystem(),
            new TimeoutLongerThanInterval(),
            new ShellString(),
            new ContainerMissing(),
            new WorkloadManySteps(),
            new LiteralSecret(),
            new TemplateUnused(),
            new TemplateShadowsBuiltin());

    private HookRules() {}
}
