package dev.ballast.plan;

import java.util.regex.Pattern;

/** Labels by which GitOps tools and Helm decide what to prune. Velero copies labels to Backups, where they would get them deleted. */
public final class PrunerLabels {
    private static final Pattern PREFIXES = Pattern.compile(
            "(app\\.kubernetes\\.io|argocd\\.argoproj\\.io|([a-z0-9-]+\\.)*toolkit\\.fluxcd\\.io|helm\\.sh)/.*");

    private PrunerLabels() {}

    /** Whether some tool prunes by this label; Ballast never puts such a one on Backups. */
    public static boolean contains(String key) {
        return PREFIXES.matcher(key).matches();
    }
}
