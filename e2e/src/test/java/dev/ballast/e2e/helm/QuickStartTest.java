package dev.ballast.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Finished;
import dev.ballast.e2e.cluster.Helm;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.cluster.TestCluster;
import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md shows as typed in a cluster was typed there; {@code -Dgolden.update=true} rewrites it and still fails. */
@NeedsCluster(crdsFromGo = true)
class QuickStartTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path README = ROOT.resolve("README.md");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void theReadmeShowsWhatHappens(Clusters clusters) throws Exception {
        Transcript transcript = new Transcript(Files.readString(README));
        Helm helm = clusters.helm();
        List<Stand> started = new ArrayList<>();
        try (TestCluster cluster = clusters.with("quick-start", clusters.veleroCrds())) {
            String page = transcript.answered(command -> {
                if (command.contains(" apply ")) {
                    Chart.awaitKinds(cluster);
                }
                if (command.contains(" wait ")) {
                    started.add(start(cluster));
                }
                if (command.contains(" get backuppolicies")) {
                    awaitCost(cluster);
                }
                return run(command, helm, cluster);
            });

            assertThat(started).hasSize(1);
            assertThat(transcript.commands().get(0)).startsWith("helm install ");
            Golden.check(README, page);
        } finally {
            for (Stand stand : started) {
                stand.close();
            }
        }
    }

    private static Finished run(String command, Helm helm, TestCluster cluster)
            throws IOException, InterruptedException {
        String[] words = Transcript.words(command, ROOT);
        String[] arguments = Arrays.copyOfRange(words, 1, words.length);
        return switch (words[0]) {
            case "helm" -> helm.run(cluster, arguments);
            case "kubectl" -> cluster.kubectl("", arguments);
            default -> throw new IllegalArgumentException("neither helm nor kubectl: " + command);
        };
    }

    /** There is no node to run the Pod; it is as late here as one whose image has to be pulled. */
    private Stand start(TestCluster cluster) throws IOException, InterruptedException {
        JsonNode deployment = Chart.live(cluster, "deployment", "ballast");
        return Stand.start(cluster, deployment, folder, QuickStartTest::forATest);
    }

    private static String forATest(String argument) {
        return argument.startsWith("--port=") ? "--port=0" : argument;
    }

    /** A person who reads the answers to the commands before is slower than the first count of costs. */
    private static void awaitCost(TestCluster cluster) throws IOException, InterruptedException {
        Patience.until(
                "the cost of the policy",
                LIMIT,
                () -> !Chart.live(cluster, "backuppolicy", "shop")
                        .at("/status/cost")
                        .isMissingNode(),
                () -> Chart.live(cluster, "backuppolicy", "shop").toPrettyString());
    }
}
