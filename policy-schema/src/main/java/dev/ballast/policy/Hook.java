package dev.ballast.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands around a backup, from a template or written out.
 *
 * @param index position in the list it was decoded from, for pointers
 * @param template name of the HookTemplate; absent when pre and post are written out
 * @param selector label selector of its pods, as written; absent means all pods, or those of the workload
 * @param workload when given, the hook becomes annotations on it instead of a part of the Schedule
 */
public record Hook(
        int index,
        String name,
        @Nullable String template,
        boolean enabled,
        Map<String, String> params,
        @Nullable JsonNode selector,
        List<String> namespaces,
        @Nullable Workload workload,
        List<Step> pre,
        List<Step> post) {

    /** A workload whose pods carry the annotations. */
    public record Workload(String kind, String name, String namespace) {}

    /**
     * One command.
     *
     * @param container absent means the first of the pod
     * @param command argv; absent when there is a script
     * @param script run by {@code /bin/sh -c}; absent when there is a command
     * @param timeout as written, for example {@code 10m}; in a template it may refer to a parameter
     */
    public record Step(
            @Nullable String container,
            @Nullable List<String> command,
            @Nullable String script,
            String timeout,
            boolean failOnError) {}
}
