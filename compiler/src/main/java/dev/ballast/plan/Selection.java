package dev.ballast.plan;

import dev.ballast.policy.BackupPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy selects in one environment.
 *
 * @param namespaces to include, sorted; {@code *} alone for all
 * @param excludedNamespaces sorted
 * @param excludedResources sorted
 * @param clusterResources absent leaves the choice to Velero: only those related to what is selected
 * @param complete false when there is a namespace selector and the namespaces of the cluster are not known
 */
public record Selection(
        BackupPolicy.Select written,
        List<String> namespaces,
        List<String> excludedNamespaces,
        List<String> excludedResources,
        @Nullable Boolean clusterResources,
        boolean complete) {}
