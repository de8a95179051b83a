package dev.ballast.velero;

/** What not every supported release can do, with the first that can. */
public enum VeleroFeature {
    /** A zone before the cron text of a Schedule; before, the field count is wrong. */
    CRON_ZONE(1, 15),
    /** Resource-policy condition {@code pvcLabels}. */
    POLICY_PVC_LABELS(1, 17),
    /** Resource-policy condition {@code pvcPhase}. */
    POLICY_PVC_PHASE(1, 18),
    /** Globs in included and excluded namespaces. */
    NAMESPACE_GLOBS(1, 18);

    private final VeleroVersion since;

    VeleroFeature(int major, int minor) {
        this.since = new VeleroVersion(major, minor, 0);
    }

    public VeleroVersion since() {
        return since;
    }
}
