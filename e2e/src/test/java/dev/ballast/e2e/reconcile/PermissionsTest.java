package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.proxy.Exchange;
import dev.ballast.e2e.proxy.Proxy;
import dev.ballast.rbac.Permissions;
import dev.ballast.rbac.RbacManifests;
import dev.ballast.reconcile.ReconcilerProcess;
import dev.ballast.reconcile.Settings;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What {@code ballast rbac} grants is what the reconciler uses: with less than that the server refuses something that it does, and more than that it
 * does not do. All of it is seen in one run of one reconciler through {@link Deeds}.
 */
@NeedsCluster(crdsFromGo = true)
class PermissionsTest {
    private static final String NAMESPACE = "permissions";
    private static final String ACCOUNT = "ballast";

    /** Long, since nobody else waits for it. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Set<Integer> REFUSALS = Set.of(401, 403);

    @TestFactory
    List<DynamicTest> everyRightIsUsedAndNeeded(Clusters clusters) throws Exception {
        List<Right> granted = Right.of(Permissions.ALL);
        List<Exchange> exchanges;
        Map<Right, Integer> without;
        try (Workspace workspace = Workspace.in(clusters, NAMESPACE)) {
            Understudies understudies = Understudies.of(granted, workspace);
            Proxy proxy = workspace.proxy();
            proxy.show(understudies);
            live(workspace, proxy);
            exchanges = proxy.exchanges();
            without = understudies.answers();
        }

        var tests = new ArrayList<DynamicTest>();
        tests.add(DynamicTest.dynamicTest(
                "nothing was refused",
                () -> assertThat(exchanges)
                        .filteredOn(exchange -> REFUSALS.contains(exchange.status()))
                        .isEmpty()));
        tests.add(DynamicTest.dynamicTest(
                "what was used is what is granted",
                () -> assertThat(names(used(exchanges))).containsExactlyElementsOf(names(granted))));
        for (Right right : granted) {
            tests.add(DynamicTest.dynamicTest(
                    "it takes the right to " + right,
                    () -> assertThat(without.get(right))
                            .as("what the server answers where only this right is missing")
                            .isEqualTo(403)));
        }
        return tests;
    }

    private static void live(Workspace workspace, Proxy proxy) throws Exception {
        workspace.apply(RbacManifests.yaml(NAMESPACE, ACCOUNT, Permissions.ALL));
        Config config = Config.fromKubeconfig(workspace.cluster().kubeconfig().toFile());
        config.setMasterUrl(proxy.url());
        config.setOauthToken(workspace
                .kubectl("", "create", "token", ACCOUNT)
                .orThrow("making a token")
                .stdout()
                .strip());
        ReconcilerProcess reconciler = workspace.reconcile(
                new KubernetesClientBuilder().withConfig(config).build(),
                Settings.of(NAMESPACE).electedAs("one", LEASE));
        for (Deeds.Deed deed : Deeds.ALL) {
            try {
                deed.happens().in(workspace);
            } catch (AssertionError | Exception failure) {
                throw new AssertionError(
                        deed.name() + ": " + failure.getMessage() + ", after\n" + String.join("\n", refusals(proxy)),
                        failure);
            }
        }
        reconciler.close();
    }

    /** What explains most failures. */
    private static List<String> refusals(Proxy proxy) {
        return proxy.exchanges().stream()
                .filter(exchange -> exchange.status() >= 400)
                .map(exchange -> exchange.status() + " " + exchange.request().inShort())
                .distinct()
                .toList();
    }

    private static List<Right> used(List<Exchange> exchanges) {
        return exchanges.stream()
                .flatMap(exchange -> Right.usedBy(exchange).stream())
                .toList();
    }

    private static List<String> names(List<Right> rights) {
        var names = new TreeSet<String>();
        rights.forEach(right -> names.add(right.toString()));
        return List.copyOf(names);
    }
}
