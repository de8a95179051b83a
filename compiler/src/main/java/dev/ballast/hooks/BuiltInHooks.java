package dev.ballast.hooks;

import java.util.List;
import java.util.Optional;

/** The recipes that ship with Ballast. */
public final class BuiltInHooks {
    private static final List<HookRecipe> ALL = List.of(
            DatabaseHooks.postgresCheckpoint(),
            DatabaseHooks.postgresDump(),
            DatabaseHooks.mysqlDump(),
            DatabaseHooks.mysqlFlushTables(),
            DatabaseHooks.mariadbDump(),
            StoreHooks.mongodbFsyncLock(),
            StoreHooks.redisBgsave(),
            StoreHooks.elasticsearchFlush(),
            StoreHooks.opensearchFlush(),
            StoreHooks.etcdSnapshot(),
            StoreHooks.filesystemFreeze());

    private BuiltInHooks() {}

    /** Every recipe, in the order in which they are documented. */
    public static List<HookRecipe> all() {
        return ALL;
    }

    public static Optional<HookRecipe> find(String name) {
        return ALL.stream().filter(recipe -> recipe.name().equals(name)).findFirst();
    }
}
