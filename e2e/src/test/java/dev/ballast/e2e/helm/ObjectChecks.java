package dev.ballast.e2e.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** kube-linter's checks of permissions, and of objects that point at each other. */
final class ObjectChecks {
    private static final String PDB = "PodDisruptionBudget";

    static final List<Check> ALL = List.of(
            rules("access-to-secrets", rule -> Linted.contains(rule.path("resources"), "secrets", "*")),
            rules(
                    "access-to-create-pods",
                    rule -> Linted.contains(rule.path("resources"), "pods", "deployments", "statefulsets", "jobs", "*")
                            && Linted.contains(rule.path("verbs"), "create", "*")),
            rules(
                    "wildcard-in-rules",
                    rule -> Stream.of("apiGroups", "resources", "verbs")
                            .anyMatch(part -> Linted.contains(rule.path(part), "*"))),
            Check.of(
                    "cluster-admin-role-binding",
                    "ClusterRoleBinding",
                    (objects, binding) -> binding.at("/roleRef/name").asText().equals("cluster-admin")),
            Check.of(
                    "dangling-service",
                    "Service",
                    (objects, service) -> !objects.selectsAnything(service.at("/spec/selector"))),
            Check.of("invalid-target-ports", "Service", ObjectChecks::hasPortOfNoContainer),
            Check.of(
                    "exposed-services",
                    "Service",
                    (objects, service) -> List.of("NodePort", "LoadBalancer")
                            .contains(service.at("/spec/type").asText())),
            Check.of(
                    "dangling-networkpolicy",
                    "NetworkPolicy",
                    (objects, policy) -> !objects.selectsAnything(policy.at("/spec/podSelector/matchLabels"))),
            Check.of(
                    "dangling-servicemonitor",
                    "ServiceMonitor",
                    (objects, monitor) -> objects.all("Service")
                            .noneMatch(service -> Linted.has(
                                    service.at("/metadata/labels"), monitor.at("/spec/selector/matchLabels")))),
            Check.of(
                    "dangling-podmonitor",
                    "PodMonitor",
                    (objects, monitor) -> !objects.selectsAnything(monitor.at("/spec/selector/matchLabels"))),
            Check.of(
                    "pdb-max-unavailable",
                    PDB,
                    (objects, budget) -> List.of("0", "0%")
                            .contains(budget.at("/spec/maxUnavailable").asText())),
            Check.of(
                    "pdb-min-available",
                    PDB,
                    (objects, budget) -> objects.workloads()
                            .anyMatch(
                                    workload -> budget.at("/spec/minAvailable").asInt()
                                            >= workload.at("/spec/replicas").asInt(1))),
            Check.of(
                    "pdb-unhealthy-pod-eviction-policy",
                    PDB,
                    (objects, budget) ->
                            budget.at("/spec/unhealthyPodEvictionPolicy").isMissingNode()),
            new Check(
                    "no-extensions-v1beta",
                    objects -> objects.objects().stream()
                            .filter(object -> object.path("apiVersion").asText().startsWith("extensions/v1beta"))
                            .map(Chart::inShort)));

    private ObjectChecks() {}

    private static Check rules(String id, Predicate<JsonNode> isBad) {
        return new Check(id, objects -> objects.rules().filter(isBad).map(JsonNode::toString));
    }

    private static boolean hasPortOfNoContainer(Linted objects, JsonNode service) {
        return Linted.items(service.at("/spec/ports"))
                .map(port -> port.path("targetPort"))
                .anyMatch(target -> objects.pods()
                        .flatMap(Linted::containers)
                        .flatMap(container -> Linted.items(container.path("ports")))
                        .noneMatch(
                                open -> target.equals(open.path("name")) || target.equals(open.path("containerPort"))));
    }
}
