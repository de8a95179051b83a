package dev.ballast.cost;

import dev.ballast.plan.StorePlan;
import org.jspecify.annotations.Nullable;

/**
 * Where bytes lie, as far as their price depends on it.
 *
 * @param store its name; absent for snapshots, which stay in the storage system
 * @param storageClass absent where it is not known: then the price is the one that the store names
 */
public record Site(
        @Nullable String store,
        @Nullable String region,
        @Nullable String storageClass) {
    /** Where a store is said to be. */
    public static Site of(StorePlan store) {
        return new Site(
                store.name(),
                store.settings().region(),
                store.settings().facts().storageClass());
    }

    /** For people: the name of the store, its region and class as far as they are known. */
    public String title() {
        String name = store == null ? "snapshots" : store;
        String where = region == null ? "" : " in " + region;
        return name + where + (storageClass == null ? "" : " (" + storageClass + ")");
    }
}
