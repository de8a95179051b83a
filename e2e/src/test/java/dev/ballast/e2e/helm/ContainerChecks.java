package dev.ballast.e2e.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** kube-linter's checks of containers. */
final class ContainerChecks {
    private static final int SSH = 22;
    private static final int FIRST_UNPRIVILEGED = 1024;

    static final List<Check> ALL = List.of(
            Check.ofContainers(
                    "no-read-only-root-fs",
                    (pod, container) -> !container
                            .at("/securityContext/readOnlyRootFilesystem")
                            .asBoolean()),
            Check.ofContainers("run-as-non-root", (pod, container) -> !mustNotBeRoot(pod, container)),
            Check.ofContainers(
                    "privilege-escalation-container",
                    (pod, container) -> container
                            .at("/securityContext/allowPrivilegeEscalation")
                            .asBoolean(true)),
            Check.ofContainers(
                    "privileged-container",
                    (pod, container) ->
                            container.at("/securityContext/privileged").asBoolean()),
            Check.ofContainers(
                    "drop-net-raw-capability",
                    (pod, container) -> !Linted.contains(
                            container.at("/securityContext/capabilities/drop"), "NET_RAW", "ALL", "all")),
            Check.ofContainers(
                    "unset-cpu-requirements",
                    (pod, container) ->
                            container.at("/resources/requests/cpu").asText().isEmpty()),
            Check.ofContainers(
                    "unset-memory-requirements",
                    (pod, container) -> Stream.of("requests", "limits")
                            .anyMatch(side -> container
                                    .at("/resources/" + side + "/memory")
                                    .asText()
                                    .isEmpty())),
            Check.ofContainers(
                    "latest-tag",
                    (pod, container) -> isOfNoVersion(container.path("image").asText())),
            Check.ofContainers(
                    "no-liveness-probe",
                    (pod, container) -> container.path("livenessProbe").isMissingNode()),
            Check.ofContainers(
                    "no-readiness-probe",
                    (pod, container) -> container.path("readinessProbe").isMissingNode()),
            Check.ofContainers("liveness-port", (pod, container) -> asksElsewhere(container, "livenessProbe")),
            Check.ofContainers("readiness-port", (pod, container) -> asksElsewhere(container, "readinessProbe")),
            Check.ofContainers("startup-port", (pod, container) -> asksElsewhere(container, "startupProbe")),
            Check.ofContainers(
                    "env-var-secret",
                    (pod, container) -> Linted.items(container.path("env"))
                            .anyMatch(variable ->
                                    variable.path("name").asText().matches("(?i).*secret.*") && variable.has("value"))),
            Check.ofContainers(
                    "duplicate-env-var",
                    (pod, container) -> Linted.items(container.path("env"))
                                    .map(variable -> variable.path("name"))
                                    .distinct()
                                    .count()
                            < container.path("env").size()),
            Check.ofContainers(
                    "privileged-ports",
                    (pod, container) -> Linted.items(container.path("ports"))
                            .anyMatch(port -> port.path("containerPort").asInt() < FIRST_UNPRIVILEGED)),
            Check.ofContainers(
                    "ssh-port",
                    (pod, container) -> Linted.items(container.path("ports"))
                            .anyMatch(port -> port.path("containerPort").asInt() == SSH)),
            Check.ofContainers(
                    "unsafe-proc-mount",
                    (pod, container) ->
                            container.at("/securityContext/procMount").asText().equals("Unmasked")));

    private ContainerChecks() {}

    private static boolean mustNotBeRoot(JsonNode pod, JsonNode container) {
        JsonNode own = container.at("/securityContext/runAsNonRoot");
        return own.isMissingNode() ? pod.at("/securityContext/runAsNonRoot").asBoolean() : own.asBoolean();
    }

    private static boolean isOfNoVersion(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        return !name.contains("@") && (!name.contains(":") || name.endsWith(":latest"));
    }

    private static boolean asksElsewhere(JsonNode container, String probe) {
        JsonNode port = container.at("/" + probe + "/httpGet/port");
        return !port.isMissingNode()
                && Linted.items(container.path("ports"))
                        .noneMatch(open -> port.equals(open.path("name")) || port.equals(open.path("containerPort")));
    }
}
