package dev.ballast.hooks;

import java.util.List;

/** Recipes for relational databases. */
final class DatabaseHooks {
    private static final String ALL_DATABASES = "database to dump; empty for all of them";

    private DatabaseHooks() {}

    static HookRecipe postgresCheckpoint() {
        return new HookRecipe(
                "postgres-checkpoint",
                "Writes PostgreSQL's dirty pages to disk before the snapshot, so that a restored server replays little WAL."
                        + " Use it with volume snapshots; a snapshot of a server whose files are all on one volume is consistent without it.",
                Params.of()
                        .container("postgres")
                        .user("postgres")
                        .password("")
                        .text("database", "postgres", "database to connect to")
                        .server("", "")
                        .timeout("5m")
                        .byName(),
                List.of(Steps.may(Steps.script("postgres-checkpoint.sh.ftl"))),
                List.of(),
                false);
    }

    static HookRecipe postgresDump() {
        return new HookRecipe(
                "postgres-dump",
                "Dumps one PostgreSQL database in pg_dump's custom format, or the whole server as SQL, to a file on a volume of the pod."
                        + " Use it when a restore must work into another version or a single database must come back, and with file-system backups,"
                        + " which copy a running server's files over a stretch of time.",
                Params.of()
                        .container("postgres")
                        .dump("ballast-postgres.dump")
                        .text("database", "", "database to dump; empty for all of them with their roles, as SQL")
                        .user("postgres")
                        .password("")
                        .server("", "")
                        .timeout("1h")
                        .byName(),
                List.of(Steps.must(Steps.script("postgres-dump.sh.ftl"))),
                List.of(),
                false);
    }

    static HookRecipe mysqlDump() {
        return mysqlLikeDump("mysql", "MySQL", "mysqldump");
    }

    static HookRecipe mariadbDump() {
        return mysqlLikeDump("mariadb", "MariaDB", "mariadb-dump");
    }

    private static HookRecipe mysqlLikeDump(String name, String product, String dumper) {
        return new HookRecipe(
                name + "-dump",
                "Dumps one %s database, or all of them, to a file on a volume of the pod, in one transaction."
                                .formatted(product)
                        + " Use it when a restore must work into another version or a single database must come back."
                        + " Tables outside InnoDB are not locked and may change while they are dumped.",
                Params.of()
                        .container(name)
                        .dump("ballast-%s.sql".formatted(name))
                        .text("database", "", ALL_DATABASES)
                        .user("root")
                        .password(product.toUpperCase(java.util.Locale.ROOT) + "_ROOT_PASSWORD")
                        .server("", "")
                        .timeout("1h")
                        .byName(),
                List.of(Steps.must(Steps.script("mysql-dump.sh.ftl", "dumper", dumper))),
                List.of(),
                false);
    }

    static HookRecipe mysqlFlushTables() {
        return new HookRecipe(
                "mysql-flush-tables",
                "Holds MySQL or MariaDB still (FLUSH TABLES WITH READ LOCK) in a session that stays behind, until the snapshot is made."
                        + " Use it with volume snapshots when tables outside InnoDB matter or data and logs are on different volumes."
                        + " Do not use it with file-system backups: writes would wait for the whole upload.",
                Params.of()
                        .container("mysql")
                        .user("root")
                        .password("MYSQL_ROOT_PASSWORD")
                        .server("", "")
                        .freeze()
                        .timeout("2m")
                        .byName(),
                List.of(Steps.may(Steps.script("mysql-lock.sh.ftl", "lock", "mysql"))),
                List.of(Steps.may(Steps.script("mysql-unlock.sh.ftl", "lock", "mysql"))),
                true);
    }
}
