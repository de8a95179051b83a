package dev.ballast.hooks;

import java.util.List;

/** Recipes for document, key-value and search stores, and for file systems. */
final class StoreHooks {
    private StoreHooks() {}

    static HookRecipe mongodbFsyncLock() {
        return new HookRecipe(
                "mongodb-fsync-lock",
                "Flushes MongoDB to disk and locks it against writes (fsyncLock) until the snapshot is made, in a session that stays behind."
                        + " Use it with volume snapshots when data and journal are on different volumes; needs mongosh and, with access control,"
                        + " a user with the hostManager role. Do not use it with file-system backups: writes would wait for the whole upload.",
                Params.of()
                        .container("mongodb")
                        .user("")
                        .password("")
                        .text("authDatabase", "admin", "database that knows the user")
                        .server("127.0.0.1", "27017")
                        .tlsCaFile()
                        .freeze()
                        .timeout("2m")
                        .byName(),
                List.of(Steps.may(Steps.script("mongodb-lock.sh.ftl", "lock", "mongodb"))),
                List.of(Steps.may(Steps.script("mongodb-unlock.sh.ftl", "lock", "mongodb"))),
                true);
    }

    static HookRecipe redisBgsave() {
        return new HookRecipe(
                "redis-bgsave",
                "Makes Redis or Valkey write a fresh RDB file and waits until the server says that it is there (LASTSAVE has moved)."
                        + " Use it whenever the RDB file is what a restore starts from, with every volume method.",
                Params.of()
                        .container("redis")
                        .user("")
                        .password("")
                        .server("127.0.0.1", "6379")
                        .tlsCaFile()
                        .timeout("15m")
                        .byName(),
                List.of(Steps.must(Steps.script("redis-bgsave.sh.ftl"))),
                List.of(),
                false);
    }

    static HookRecipe elasticsearchFlush() {
        return searchFlush("elasticsearch", "Elasticsearch", "http", "", "ELASTIC_PASSWORD", "");
    }

    static HookRecipe opensearchFlush() {
        return searchFlush(
                "opensearch",
                "OpenSearch",
                "https",
                "admin",
                "OPENSEARCH_INITIAL_ADMIN_PASSWORD",
                "/usr/share/opensearch/config/root-ca.pem");
    }

    private static HookRecipe searchFlush(
            String name, String product, String scheme, String user, String passwordVariable, String caFile) {
        return new HookRecipe(
                name + "-flush",
                "Makes %s commit its transaction logs to the index files, so that a restored node replays little."
                                .formatted(product)
                        + " Use it with volume snapshots of a single node; the snapshots of several nodes are not of one moment,"
                        + " so for a cluster use the product's own snapshot API.",
                Params.of()
                        .container(name)
                        .text("url", scheme + "://localhost:9200", "address of the node, without a path")
                        .text("index", "_all", "index, or comma-separated indices, to flush")
                        .text("user", user, "user to log in as; empty for none, and then no password is sent")
                        .password(passwordVariable)
                        .add(
                                "caFile",
                                new Param(
                                        "CA certificate in the container; empty for the system's",
                                        caFile,
                                        Param.Kind.PATH))
                        .timeout("5m")
                        .byName(),
                List.of(Steps.may(Steps.script("search-flush.sh.ftl"))),
                List.of(),
                false);
    }

    /** Without a shell, which etcd's own image lacks; etcdctl itself writes to a temporary file, syncs and renames it. */
    static HookRecipe etcdSnapshot() {
        String pki = "/etc/kubernetes/pki/etcd/";
        return new HookRecipe(
                "etcd-snapshot",
                "Saves a snapshot of etcd to a file on a volume of the pod; runs without a shell."
                        + " Use it for an etcd that an application brings along, or for the control plane's where its volume is backed up."
                        + " A user and password are read by etcdctl from the container's environment (`ETCDCTL_USER`, `ETCDCTL_PASSWORD`).",
                Params.of()
                        .container("etcd")
                        .dump("ballast-etcd.db")
                        .text("endpoint", "https://127.0.0.1:2379", "client address of the member to save")
                        .add("caFile", new Param("CA certificate; empty without TLS", pki + "ca.crt", Param.Kind.PATH))
                        .add(
                                "certFile",
                                new Param("client certificate; empty for none", pki + "server.crt", Param.Kind.PATH))
                        .add(
                                "keyFile",
                                new Param(
                                        "key of the client certificate; empty for none",
                                        pki + "server.key",
                                        Param.Kind.PATH))
                        .timeout("15m")
                        .byName(),
                List.of(Steps.must(new Action.Argv(
                        List.of(
                                "etcdctl",
                                "--endpoints=$(params.endpoint)",
                                "--cacert=$(params.caFile)",
                                "--cert=$(params.certFile)",
                                "--key=$(params.keyFile)",
                                "snapshot",
                                "save",
                                "$(params.directory)/$(params.file)"),
                        true))),
                List.of(),
                false);
    }

    static HookRecipe filesystemFreeze() {
        return new HookRecipe(
                "filesystem-freeze",
                "Freezes one mounted file system (fsfreeze) until the snapshot is made; a timer in the background thaws it whatever happens."
                        + " Use it with volume snapshots for applications without a hook of their own, from a privileged container that mounts"
                        + " the volume. Do not use it with file-system backups: the application would stand still for the whole upload.",
                Params.of()
                        .container("fsfreeze")
                        .add(
                                "mountPath",
                                new Param("where the volume is mounted in the container", null, Param.Kind.PATH))
                        .freeze()
                        .timeout("1m")
                        .byName(),
                List.of(Steps.may(Steps.script("filesystem-freeze.sh.ftl"))),
                List.of(Steps.may(Steps.script("filesystem-thaw.sh.ftl"))),
                true);
    }
}
