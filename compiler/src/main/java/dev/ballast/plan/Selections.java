package dev.ballast.plan;

import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.Environment;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What a policy selects, with what its environment leaves out. */
final class Selections {
    private Selections() {}

    /**
     * The selection of a policy in an environment.
     *
     * @param chosen the namespaces that the namespace selector stands for; empty when there is none
     * @param known whether the namespaces of the cluster are known
     */
    static Selection of(BackupPolicy.Select select, Environment environment, List<String> chosen, boolean known) {
        var namespaces = new TreeSet<>(select.namespaces());
        namespaces.addAll(chosen);
        var excluded = new TreeSet<>(select.excludeNamespaces());
        var resources = new TreeSet<>(select.excludeResources());
        if (select.allNamespaces()) {
            excluded.addAll(environment.exclude().namespaces());
            excluded.add(environment.velero().namespace());
            resources.addAll(environment.exclude().resources());
        }
        excluded.removeAll(namespaces);
        return new Selection(
                select,
                list(namespaces),
                list(excluded),
                list(resources),
                clusterResources(select),
                known || select.namespaceSelector() == null);
    }

    private static List<String> list(Collection<String> names) {
        return List.copyOf(names);
    }

    /** From 1.17 a backup of everything leaves out most cluster-scoped kinds unless it asks for them. */
    private static @org.jspecify.annotations.Nullable Boolean clusterResources(BackupPolicy.Select select) {
        return switch (select.clusterResources()) {
            case "include" -> Boolean.TRUE;
            case "exclude" -> Boolean.FALSE;
            default -> select.allNamespaces() ? Boolean.TRUE : null;
        };
    }
}
