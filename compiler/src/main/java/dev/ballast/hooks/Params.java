package dev.ballast.hooks;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters that several recipes have, and the order in which a recipe lists them. */
final class Params {
    private final Map<String, Param> byName = new LinkedHashMap<>();

    private Params() {}

    static Params of() {
        return new Params();
    }

    Params text(String name, String defaultValue, String description) {
        return add(name, new Param(description, defaultValue));
    }

    /** The container, named by default: a sidecar that is injected may come first in the pod. */
    Params container(String name) {
        return text("container", name, "container to run in; empty for the first of the pod");
    }

    Params user(String name) {
        return text("user", name, "user to log in as");
    }

    /** Where the password stands inside the pod; there is no parameter for the password itself. */
    Params password(String variable) {
        add(
                "passwordVariable",
                new Param(
                        "environment variable of the container that holds the password; empty for none",
                        variable,
                        Param.Kind.VARIABLE));
        return add(
                "passwordFile",
                new Param(
                        "file in the container that holds the password, used before `passwordVariable`; empty for none",
                        "",
                        Param.Kind.PATH));
    }

    Params server(String host, String port) {
        text("host", host, host.isEmpty() ? "host to connect to; empty for the local socket" : "host to connect to");
        return add("port", new Param("port to connect to", port, Param.Kind.PORT));
    }

    Params tlsCaFile() {
        return add(
                "tlsCaFile",
                new Param("CA certificate in the container; empty for a connection without TLS", "", Param.Kind.PATH));
    }

    Params dump(String file) {
        add(
                "directory",
                new Param(
                        "directory for the dump, which must exist and be on a volume that is backed up",
                        null,
                        Param.Kind.PATH));
        return text("file", file, "name of the dump in `directory`; each dump replaces the one before");
    }

    Params timeout(String defaultValue) {
        return add("timeout", new Param("how long Velero waits for each step", defaultValue, Param.Kind.DURATION));
    }

    /** The bounds of a freeze. Ten minutes is how long Velero waits for a CSI snapshot by default. */
    Params freeze() {
        add(
                "maxFreeze",
                new Param(
                        "the freeze ends by itself after this long, whatever happens to the backup",
                        "10m",
                        Param.Kind.DURATION));
        return add(
                "stateDirectory",
                new Param(
                        "writable directory in the container, outside what is frozen, that both steps see",
                        "/tmp",
                        Param.Kind.PATH));
    }

    Params add(String name, Param param) {
        byName.put(name, param);
        return this;
    }

    Map<String, Param> byName() {
        return byName;
    }
}
