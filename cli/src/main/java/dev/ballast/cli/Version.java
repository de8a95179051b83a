package dev.ballast.cli;

import dev.ballast.velero.VeleroVersion;
import picocli.CommandLine.IVersionProvider;

/** Which Ballast this is. */
final class Version implements IVersionProvider {
    /** The version of the distribution, from the manifest of its jar; {@code development} when run from classes. */
    static final String TEXT =
            java.util.Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

    @Override
    public String[] getVersion() {
        return new String[] {"ballast " + TEXT, "Velero %s to %s".formatted(VeleroVersion.OLDEST, VeleroVersion.NEWEST)
        };
    }
}
