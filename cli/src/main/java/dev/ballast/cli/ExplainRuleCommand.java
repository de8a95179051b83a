package dev.ballast.cli;

import dev.ballast.diagnostic.DidYouMean;
import dev.ballast.rules.Catalogue;
import dev.ballast.rules.RulePage;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ballast explain rule}. */
@Command(name = "rule", description = "Shows the page of a rule, or lists all rules.")
final class ExplainRuleCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable ExplainCommand explain;

    @Parameters(paramLabel = "RULE", arity = "0..1", description = "Id of a rule, for example store.two-defaults.")
    private @Nullable String rule;

    @Override
    public Integer call() {
        Map<String, RulePage> pages = Catalogue.pagesById();
        var out = java.util.Objects.requireNonNull(explain).console().out();
        if (rule == null) {
            pages.forEach(
                    (id, page) -> out.printf("%-8s %-36s %s%n", page.severity().word(), id, page.title()));
            return Exit.OK;
        }
        RulePage page = pages.get(rule);
        if (page == null) {
            throw new CannotRun("there is no rule `%s`%s"
                    .formatted(
                            rule,
                            DidYouMean.closest(rule, pages.keySet())
                                    .map("; did you mean `%s`?"::formatted)
                                    .orElse("; `ballast explain rule` lists them")));
        }
        out.printf("%s (%s)%n%n%s", page.id(), page.severity().word(), page.text());
        return Exit.OK;
    }
}
