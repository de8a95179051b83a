package dev.ballast.e2e.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** kube-linter's checks of whole Pods, and of what makes them. */
final class PodChecks {
    private static final List<String> SENSITIVE =
            List.of("/", "/boot", "/dev", "/etc", "/lib", "/proc", "/sys", "/usr", "/var/run/docker.sock");

    static final List<Check> ALL = List.of(
            Check.ofPods("host-network", pod -> pod.path("hostNetwork").asBoolean()),
            Check.ofPods("host-pid", pod -> pod.path("hostPID").asBoolean()),
            Check.ofPods("host-ipc", pod -> pod.path("hostIPC").asBoolean()),
            Check.ofPods(
                    "sensitive-host-mounts", pod -> paths(pod).anyMatch(path -> SENSITIVE.contains(path.asText()))),
            Check.ofPods(
                    "docker-sock",
                    pod -> paths(pod).anyMatch(path -> path.asText().endsWith("docker.sock"))),
            Check.ofPods(
                    "unsafe-sysctls",
                    pod -> Linted.items(pod.at("/securityContext/sysctls"))
                            .anyMatch(sysctl -> sysctl.path("name").asText().startsWith("kernel."))),
            Check.ofPods(
                    "default-service-account",
                    pod -> pod.path("serviceAccountName").asText("default").equals("default")),
            Check.ofPods("deprecated-service-account-field", pod -> pod.has("serviceAccount")),
            new Check(
                    "non-existent-service-account",
                    objects -> objects.pods()
                            .map(pod -> pod.path("serviceAccountName"))
                            .filter(name -> objects.all("ServiceAccount")
                                    .noneMatch(account ->
                                            account.at("/metadata/name").equals(name)))
                            .map(JsonNode::asText)),
            new Check(
                    "no-anti-affinity",
                    objects -> objects.workloads()
                            .filter(workload -> workload.at("/spec/replicas").asInt() > 1
                                    && workload.at("/spec/template/spec/affinity/podAntiAffinity")
                                            .isEmpty())
                            .map(Chart::inShort)),
            new Check(
                    "mismatching-selector",
                    objects -> objects.workloads()
                            .filter(workload -> !Linted.has(
                                    workload.at("/spec/template/metadata/labels"),
                                    workload.at("/spec/selector/matchLabels")))
                            .map(Chart::inShort)));

    private PodChecks() {}

    private static Stream<JsonNode> paths(JsonNode pod) {
        return Linted.items(pod.path("volumes")).map(volume -> volume.at("/hostPath/path"));
    }
}
