package dev.ballast.rules.reference;

import dev.ballast.diagnostic.DidYouMean;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Words about names. */
final class Names {
    private static final int MOST = 5;

    private Names() {}

    /** What to do about a name that is not among the known ones. */
    static String help(String name, Collection<String> known, String otherwise) {
        return DidYouMean.closest(name, known)
                .map("did you mean `%s`?"::formatted)
                .orElse(otherwise);
    }

    /** Some names, each in backticks; those beyond the first few are counted. */
    static String list(Collection<String> names) {
        List<String> shown = names.stream().limit(MOST).map("`%s`"::formatted).toList();
        return names.size() <= MOST
                ? String.join(", ", shown)
                : shown.stream().collect(Collectors.joining(", ")) + " and %d more".formatted(names.size() - MOST);
    }
}
