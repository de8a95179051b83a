package dev.ballast.rules.store;

import dev.ballast.rules.Rule;
import java.util.List;

/** The rules of this category, in the order in which they are documented. */
public final class StoreRules {
    public static final List<Rule> ALL = List.of(
            new MissingField(),
            new SlashInBucket(),
            new UnknownConfigKey(),
            new UnknownSnapshotKey(),
            new LiteralSecret(),
            new TwoDefaults(),
            new PrefixShared(),
            new ReadOnlyTarget(),
            new TwoSnapshotLocations(),
            new AzureFullSnapshots(),
            new Checksum(),
            new PathStyle(),
            new BrokenPlugin(),
            new InCluster(),
            new VersionedWithoutExpiry(),
            new ColdClass(),
            new ExpiresEarly(),
            new ObjectLock(),
            new KmsDataUncovered(),
            new Unused());

    private StoreRules() {}
}
