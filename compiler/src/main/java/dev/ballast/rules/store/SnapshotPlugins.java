package dev.ballast.rules.store;

import dev.ballast.policy.Environment;
import dev.ballast.velero.Provider;
import java.util.Optional;

/** The plugins of snapshot locations. */
final class SnapshotPlugins {
    private SnapshotPlugins() {}

    /** The provider's name as Velero completes it: {@code aws} is short for {@code velero.io/aws}. */
    static String name(Environment.SnapshotLocation location) {
        return location.provider().replaceFirst("^velero\\.io/", "");
    }

    /** One of Velero's own plugins; nothing for another. */
    static Optional<Provider.Plugin> of(Environment.SnapshotLocation location) {
        return Provider.Plugin.of(name(location));
    }
}
