package dev.ballast.e2e.cluster;

import java.nio.file.Path;

/**
 * How an {@link ArgoCd} is started.
 *
 * @param settings what its ConfigMap {@code argocd-cm} holds, as a document
 * @param plugin folder with the {@code plugin.yaml} of a config management plugin
 * @param programs folder with what that plugin calls
 */
public record ArgoCdOptions(String settings, Path plugin, Path programs) {}
