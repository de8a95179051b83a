package dev.ballast.cli;

import dev.ballast.diagnostic.DidYouMean;
import dev.ballast.policy.Environment;
import dev.ballast.policy.PolicySet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which environments a command is about. */
final class Environments {
    static final String ALL = "all";

    private Environments() {}

    /**
     * The choice for a command that works on one environment: none declared needs none, one is taken, several must be chosen from.
     *
     * @param asked the value of {@code --environment}
     * @throws CannotRun when the choice is open or unknown; the message lists the names
     */
    static Predicate<Environment> choose(PolicySet set, @Nullable String asked) {
        if (asked == null) {
            if (set.environments().size() > 1) {
                throw new CannotRun("there are several environments, so `--environment` is needed: one of %s, or `all`"
                        .formatted(names(set)));
            }
            return environment -> true;
        }
        return named(set, asked);
    }

    /** The choice for a command that looks at all environments unless told otherwise. */
    static Predicate<Environment> allOr(PolicySet set, @Nullable String asked) {
        return asked == null ? environment -> true : named(set, asked);
    }

    /** The choice for one side of a comparison, of which only the other may have the environment. */
    static Predicate<Environment> onEitherSide(@Nullable String asked) {
        return asked == null || asked.equals(ALL)
                ? environment -> true
                : environment -> environment.name().equals(asked);
    }

    private static Predicate<Environment> named(PolicySet set, String asked) {
        if (asked.equals(ALL)) {
            return environment -> true;
        }
        List<String> names = set.environments().stream().map(Environment::name).toList();
        if (!set.names("Environment").contains(asked)) {
            String hint = DidYouMean.closest(asked, names)
                    .map("; did you mean `%s`?"::formatted)
                    .orElse(names.isEmpty() ? "; none is declared" : "; there are " + names(set));
            throw new CannotRun("there is no environment `%s`%s".formatted(asked, hint));
        }
        return environment -> environment.name().equals(asked);
    }

    private static String names(PolicySet set) {
        return String.join(
                ", ", set.environments().stream().map(e -> "`" + e.name() + "`").toList());
    }
}
