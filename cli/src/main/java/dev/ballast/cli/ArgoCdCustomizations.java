package dev.ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.manifest.YamlWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The ConfigMap {@code argocd-cm} as far as it is ours, made of the files of {@code deploy/argocd}, which the build puts beside this class. */
final class ArgoCdCustomizations {
    /**
     * A kind for which there are customizations.
     *
     * @param group its API group
     * @param differences whether something that differs is to be ignored
     * @param actions names of what can be done with an object
     */
    record Customized(String group, String kind, boolean differences, List<String> actions) {
        /** Its folder. */
        String folder() {
            return "resource_customizations/" + group + "/" + kind;
        }
    }

    /** All, in the order in which they are printed. */
    static final List<Customized> ALL = List.of(
            new Customized(
                    "ballast.dev",
                    "BackupPolicy",
                    false,
                    List.of("adopt", "confirm-prune", "correct-drift", "report-drift", "resume", "suspend")),
            healthOnly("ballast.dev", "BackupStore"),
            healthOnly("ballast.dev", "Environment"),
            healthOnly("velero.io", "BackupRepository"),
            healthOnly("velero.io", "BackupStorageLocation"),
            healthOnly("velero.io", "DataUpload"),
            healthOnly("velero.io", "DeleteBackupRequest"),
            new Customized("velero.io", "Schedule", true, List.of("backup-now", "pause", "resume")),
            healthOnly("velero.io", "VolumeSnapshotLocation"));

    private ArgoCdCustomizations() {}

    private static Customized healthOnly(String group, String kind) {
        return new Customized(group, kind, false, List.of());
    }

    static ObjectNode configMap(String namespace, boolean exclusions) {
        ObjectNode configMap = JsonNodeFactory.instance.objectNode();
        configMap.put("apiVersion", "v1").put("kind", "ConfigMap");
        ObjectNode metadata = configMap.putObject("metadata").put("name", "argocd-cm");
        metadata.put("namespace", namespace);
        metadata.putObject("labels")
                .put("app.kubernetes.io/name", "argocd-cm")
                .put("app.kubernetes.io/part-of", "argocd");
        ObjectNode data = configMap.putObject("data");
        ALL.forEach(customized -> add(data, customized));
        if (exclusions) {
            data.put("resource.exclusions", file("resource_exclusions.yaml"));
        }
        return configMap;
    }

    private static void add(ObjectNode data, Customized customized) {
        String key = "resource.customizations.%s." + customized.group() + "_" + customized.kind();
        data.put(key.formatted("health"), file(customized.folder() + "/health.lua"));
        if (!customized.actions().isEmpty()) {
            data.put(key.formatted("actions"), YamlWriter.document(actions(customized)));
        }
        if (customized.differences()) {
            data.put(key.formatted("ignoreDifferences"), file(customized.folder() + "/ignoreDifferences.yaml"));
        }
    }

    private static ObjectNode actions(Customized customized) {
        String folder = customized.folder() + "/actions/";
        ObjectNode actions = JsonNodeFactory.instance.objectNode();
        actions.put("discovery.lua", file(folder + "discovery.lua"));
        ArrayNode definitions = actions.putArray("definitions");
        for (String name : customized.actions()) {
            definitions.addObject().put("name", name).put("action.lua", file(folder + name + "/action.lua"));
        }
        return actions;
    }

    private static String file(String name) {
        try (InputStream in = ArgoCdCustomizations.class.getResourceAsStream("argocd/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the build left out deploy/argocd/" + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
