package dev.ballast.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Finished;
import dev.ballast.e2e.cluster.Helm;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.rbac.Permissions;
import dev.ballast.rbac.RbacManifests;
import dev.ballast.schema.Kind;
import dev.ballast.schema.Schemas;
import dev.ballast.schema.crd.CustomResourceDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Helm makes of the chart, or refuses to make. */
@NeedsCluster(crdsFromGo = true)
class ChartRenderTest {
    private static final String MONITORING = "monitoring.coreos.com/v1/";

    static Stream<Path> matrix() throws IOException {
        return Chart.matrix();
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void lintFindsNothing(Path values, Clusters clusters) throws Exception {
        Finished linted =
                clusters.helm().run("lint", "--strict", Chart.FOLDER.toString(), "--values", values.toString());

        assertThat(linted.exit()).as("%s", linted).isZero();
        assertThat(linted.stdout()).contains("0 chart(s) failed").doesNotContain("[WARNING]", "[ERROR]");
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void everyObjectIsNamedAndLabelledOnce(Path values, Clusters clusters) throws Exception {
        List<JsonNode> objects = Chart.objects(clusters.helm(), "--values", values.toString());

        assertThat(objects).isNotEmpty();
        assertThat(objects).extracting(Chart::inShort).doesNotHaveDuplicates();
        assertThat(Chart.first(objects, "Deployment").at("/metadata/labels"))
                .extracting(label -> label.asText())
                .doesNotContain("")
                .contains("reconciler", "Helm");
    }

    @Test
    void theKindsAreThoseOfTheSchemas(Clusters clusters) throws Exception {
        Map<String, JsonNode> written = new TreeMap<>();
        Chart.all(Chart.objects(clusters.helm()), "CustomResourceDefinition").forEach(crd -> {
            assertThat(crd.at("/metadata/annotations/helm.sh~1resource-policy").asText())
                    .isEqualTo("keep");
            written.put(crd.at("/metadata/name").asText(), crd.path("spec"));
        });

        var definitions = new CustomResourceDefinitions(new Schemas());
        Map<String, JsonNode> expected = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            ObjectNode crd = (ObjectNode) Yaml.object(definitions.yaml(kind));
            expected.put(crd.at("/metadata/name").asText(), crd.path("spec"));
        }
        assertThat(written).isEqualTo(expected);
    }

    @Test
    void theKindsGoWithTheReleaseWhereThatIsWanted(Clusters clusters) throws Exception {
        List<JsonNode> objects = Chart.objects(clusters.helm(), "--set", "crds.keep=false");

        assertThat(Chart.all(objects, "CustomResourceDefinition"))
                .hasSize(Kind.values().length)
                .allMatch(crd -> crd.at("/metadata/annotations").isMissingNode());
    }

    @ParameterizedTest
    @CsvSource({"velero,", "backup,backup"})
    void theAccountMayWhatTheListSaysInVelerosNamespaceAndNothingElse(String velero, String given, Clusters clusters)
            throws Exception {
        List<JsonNode> objects = given == null
                ? Chart.objects(clusters.helm())
                : Chart.objects(clusters.helm(), "--set", "veleroNamespace=" + given);
        List<JsonNode> listed = Yaml.objects(RbacManifests.yaml(velero, "ballast", Permissions.ALL));

        for (String kind : List.of("Role", "RoleBinding", "ClusterRoleBinding")) {
            assertThat(Chart.all(objects, kind)).as(kind).hasSize(1);
        }
        assertThat(Chart.first(objects, "Role").path("rules"))
                .isEqualTo(Chart.first(listed, "Role").path("rules"));
        assertThat(Chart.first(objects, "Role").at("/metadata/namespace").asText())
                .isEqualTo(velero);
        JsonNode bound = Chart.first(objects, "ClusterRoleBinding");
        JsonNode role = Chart.all(objects, "ClusterRole")
                .filter(candidate -> candidate.at("/metadata/name").equals(bound.at("/roleRef/name")))
                .findFirst()
                .orElseThrow();
        assertThat(role.path("rules"))
                .isEqualTo(Chart.first(listed, "ClusterRole").path("rules"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replica=2",
                "replicas=3",
                "reconciler.enviroment=prod",
                "reconciler.logLevel=verbose",
                "reconciler.costDriftAmount=a lot",
                "crds.instal=false",
                "image.tag=latest",
                "image.digest=sha256:abc",
                "imagePullSecret=x",
                "resources.limit=1Gi",
                "metrics.serviceMonitor.renderMode=always",
                "metrics.serviceMonitor.interval=often",
                "metrics.rules.without[0]=BallastUp",
                "metrics.rules.runbookUrl=here/",
                "networkPolicy.enable=true",
                "port=80",
                "tmpSize=big"
            })
    void aValueThatIsMisspeltIsRefused(String value, Clusters clusters) throws Exception {
        Finished refused = Chart.template(clusters.helm(), "--set", value);

        assertThat(refused.exit()).isNotZero();
        assertThat(refused.stderr())
                .contains("values don't meet the specifications of the schema")
                .contains(lastWord(value));
    }

    /** The name that is wrong, or the one whose value is. */
    private static String lastWord(String value) {
        String key = value.substring(0, value.indexOf('='));
        return key.replaceAll("\\[.*", "").replaceAll(".*\\.", "");
    }

    static Stream<List<String>> contradictions() {
        return Stream.of(
                List.of("both would write", "replicas=2", "reconciler.leaderElection=never"),
                List.of(
                        "every series would be there twice",
                        "metrics.serviceMonitor.enabled=true",
                        "metrics.podMonitor.enabled=true"),
                List.of(
                        "metrics.serviceMonitor needs metrics.service.enabled",
                        "metrics.serviceMonitor.enabled=true",
                        "metrics.service.enabled=false"),
                List.of("which other Pods have as well", "serviceAccount.create=false"),
                List.of("only the digest would count", "image.tag=1.0.0", "image.digest=sha256:" + "0".repeat(64)),
                List.of("nobody does", "bucketCredentials.secretName=bucket-reader"),
                List.of("part of the whole node", "resources.limits.memory=null"),
                List.of(
                        "named by reconciler.environment and by extraArgs",
                        "reconciler.environment=prod",
                        "extraArgs={--environment,prod}"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void valuesThatContradictEachOtherAreRefused(List<String> messageAndValues, Clusters clusters) throws Exception {
        String[] options = messageAndValues.stream()
                .skip(1)
                .flatMap(value -> Stream.of("--set", value))
                .toArray(String[]::new);

        Finished refused = Chart.template(clusters.helm(), options);

        assertThat(refused.exit()).isNotZero();
        assertThat(refused.stderr()).contains(messageAndValues.get(0));
    }

    @ParameterizedTest
    @CsvSource({"serviceMonitor,ServiceMonitor", "podMonitor,PodMonitor", "rules,PrometheusRule"})
    void anObjectOfPrometheusOperatorDependsOnTheModeAndTheCluster(String value, String kind, Clusters clusters)
            throws Exception {
        Helm helm = clusters.helm();
        String enabled = "metrics." + value + ".enabled=true";
        String mode = "metrics." + value + ".renderMode=";

        assertThat(Chart.all(Chart.objects(helm, "--set", enabled), kind)).isEmpty();
        assertThat(Chart.all(Chart.objects(helm, "--set", enabled, "--api-versions", MONITORING + kind), kind))
                .hasSize(1);
        assertThat(Chart.all(Chart.objects(helm, "--set", enabled, "--set", mode + "alwaysRender"), kind))
                .hasSize(1);
        Finished refused = Chart.template(helm, "--set", enabled, "--set", mode + "failIfMissing");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.stderr()).contains("the cluster has no kind " + kind);
    }

    @Test
    void itRendersForAClusterThatIsOldEnoughOnly(Clusters clusters) throws Exception {
        Helm helm = clusters.helm();

        assertThat(Chart.template(helm, "--kube-version", "1.27.3-gke.100").exit())
                .isZero();
        Finished refused = Chart.template(helm, "--kube-version", "1.26.0");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.stderr()).contains("kubeVersion: >=1.27.0-0");
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void everyArgumentIsAnOptionOfTheCommand(Path values, Clusters clusters) throws Exception {
        String commands = Files.readString(Path.of("../docs/commands.md"));
        String help = commands.substring(commands.indexOf("$ ballast reconcile --help"));
        List<JsonNode> objects = Chart.objects(clusters.helm(), "--values", values.toString());

        Iterator<JsonNode> arguments = Chart.first(objects, "Deployment")
                .at("/spec/template/spec/containers/0/args")
                .iterator();

        assertThat(arguments.next().asText()).isEqualTo("reconcile");
        assertThat(arguments)
                .toIterable()
                .isNotEmpty()
                .allSatisfy(argument -> assertThat(help.substring(0, help.indexOf("```")))
                        .contains(" " + argument.asText().replaceFirst("=.*", "")));
    }

    @Test
    void replicasChangeWithoutAGapOrTwoAtWork(Clusters clusters) throws Exception {
        JsonNode one = Chart.first(Chart.objects(clusters.helm()), "Deployment");
        JsonNode two = Chart.first(Chart.objects(clusters.helm(), "--set", "replicas=2"), "Deployment");

        assertThat(one.at("/spec/strategy/type").asText()).isEqualTo("Recreate");
        assertThat(arguments(one)).doesNotContain("--leader-election");
        assertThat(two.at("/spec/strategy/type").asText()).isEqualTo("RollingUpdate");
        assertThat(arguments(two)).contains("--leader-election");
    }

    private static String arguments(JsonNode deployment) {
        return Stream.of(deployment.at("/spec/template/spec/containers/0/args"))
                .map(JsonNode::toString)
                .collect(Collectors.joining());
    }
}
