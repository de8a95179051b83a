package dev.ballast.rules.hook;

import dev.ballast.plan.Selection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a policy selects a namespace; where that cannot be told, it does. */
final class Namespaces {
    private Namespaces() {}

    static boolean maySelect(Selection selection, String namespace) {
        if (isPattern(namespace) || selection.written().namespaceSelector() != null) {
            return true;
        }
        return selection.namespaces().stream().anyMatch(pattern -> matches(pattern, namespace, true))
                && selection.excludedNamespaces().stream().noneMatch(pattern -> matches(pattern, namespace, false));
    }

    /** Whether a policy takes objects of more than one namespace. */
    static boolean several(List<String> namespaces) {
        return namespaces.size() > 1 || namespaces.stream().anyMatch(Namespaces::isPattern);
    }

    private static boolean isPattern(String namespace) {
        return namespace.matches(".*[*?\\[{].*");
    }

    /** Of Velero's globs only the stars and question marks; the others are {@code unknown}. */
    private static boolean matches(String pattern, String namespace, boolean unknown) {
        if (pattern.matches(".*[\\[{].*")) {
            return unknown;
        }
        String regex = pattern.codePoints()
                .mapToObj(Character::toString)
                .map(c -> c.equals("*") ? ".*" : c.equals("?") ? "." : Pattern.quote(c))
                .collect(Collectors.joining());
        return namespace.matches(regex);
    }
}
