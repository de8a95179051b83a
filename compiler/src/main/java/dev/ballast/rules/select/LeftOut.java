package dev.ballast.rules.select;

import dev.ballast.policy.BackupPolicy;
import java.util.HashSet;
import java.util.List;

/** Selections that leave out all that they select. */
final class LeftOut {
    private LeftOut() {}

    static boolean allNamespaces(BackupPolicy.Select select) {
        List<String> excluded = select.excludeNamespaces();
        return excluded.contains("*")
                || (!select.namespaces().isEmpty()
                        && select.namespaceSelector() == null
                        && select.namespaces().stream()
                                .allMatch(name -> excluded.stream().anyMatch(out -> covers(out, name))));
    }

    static boolean allResources(BackupPolicy.Select select) {
        return select.excludeResources().contains("*")
                || (!select.resources().isEmpty()
                        && new HashSet<>(select.excludeResources()).containsAll(select.resources()));
    }

    private static boolean covers(String excluded, String name) {
        return excluded.equals(name) || (!Glob.isPattern(name) && Glob.matches(excluded, name));
    }
}
