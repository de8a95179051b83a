package dev.ballast.rules.volumes;

import dev.ballast.rules.Rule;
import java.util.List;

/** The rules of this category, in the order in which they are documented. */
public final class VolumeRules {
    public static final List<Rule> ALL = List.of(
            new NoMethod(),
            new MethodUnavailable(),
            new SnapshotNotOffsite(),
            new SnapshotLocationMissing(),
            new FileSystemOptOut(),
            new FileSystemWithoutPods(),
            new ClaimsExcluded(),
            new MoverWithoutSnapshots(),
            new RuleConditionUnsupported(),
            new RuleUnreachable(),
            new ParallelFilesUseless(),
            new SnapshotClassUseless(),
            new Timeout());

    private VolumeRules() {}
}
