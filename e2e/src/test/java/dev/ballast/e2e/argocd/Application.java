package dev.ballast.e2e.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.ArgoCd;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.cluster.TestCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * An Application of a running Argo CD.
 *
 * @param site where it runs
 * @param name its own
 */
record Application(Site site, String name) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PATH = "/apis/argoproj.io/v1alpha1/namespaces/" + ArgoCd.NAMESPACE
            + "/applications?fieldSelector=metadata.name%3D";

    /** The object as it is now. */
    JsonNode now() throws IOException, InterruptedException {
        return cluster().list(PATH + name).get(0);
    }

    /** Has Argo CD look at Git at once, as a web hook does. */
    void refresh() throws IOException, InterruptedException {
        refresh("normal");
    }

    /** The same with nothing taken from a cache. */
    void refreshHard() throws IOException, InterruptedException {
        refresh("hard");
    }

    private void refresh(String how) throws IOException, InterruptedException {
        cluster()
                .kubectl(
                        "",
                        "annotate",
                        "-n",
                        ArgoCd.NAMESPACE,
                        "applications.argoproj.io",
                        name,
                        "--overwrite",
                        "argocd.argoproj.io/refresh=" + how)
                .orThrow("annotating");
    }

    /** Waits until a revision is in the cluster, and everything is well. */
    JsonNode awaitHealthy(String revision) throws IOException, InterruptedException {
        return await(
                "Synced to " + revision + " and Healthy",
                app -> isSynced(app, revision) && health(app).equals("Healthy"));
    }

    /** Waits until the whole is as well as this. */
    JsonNode awaitHealth(String health) throws IOException, InterruptedException {
        return await(health, app -> health(app).equals(health));
    }

    /** Waits until Argo CD says why it cannot compare, with these words; the answer is all that it says. */
    String awaitComparisonError(String words) throws IOException, InterruptedException {
        JsonNode app = await("a ComparisonError with " + words, it -> error(it).contains(words));
        return error(app);
    }

    JsonNode await(String what, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        JsonNode[] seen = {now()};
        Patience.until(
                "the Application " + name + " is " + what,
                PATIENCE,
                () -> {
                    seen[0] = now();
                    return wanted.test(seen[0]);
                },
                () -> seen[0].path("status").toPrettyString() + "\n"
                        + site.argo().lastWords());
        return seen[0];
    }

    static boolean isSynced(JsonNode app, String revision) {
        return app.at("/status/sync/status").asText().equals("Synced")
                && app.at("/status/sync/revision").asText().equals(revision)
                && app.at("/status/operationState/phase").asText().equals("Succeeded");
    }

    static String health(JsonNode app) {
        return app.at("/status/health/status").asText();
    }

    private static String error(JsonNode app) {
        for (JsonNode condition : app.at("/status/conditions")) {
            if (condition.path("type").asText().equals("ComparisonError")) {
                return condition.path("message").asText();
            }
        }
        return "";
    }

    /** What it says of one of its objects. */
    static Optional<JsonNode> resource(JsonNode app, String kind, String name) {
        for (JsonNode resource : app.at("/status/resources")) {
            if (resource.path("kind").asText().equals(kind)
                    && resource.path("name").asText().equals(name)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }

    /** Health of one of its objects, or nothing. */
    static String health(JsonNode app, String kind, String name) {
        return resource(app, kind, name)
                .map(resource -> resource.at("/health/status").asText())
                .orElse("");
    }

    /** Kind and name of all its objects, sorted. */
    static List<String> resources(JsonNode app) {
        var all = new TreeSet<String>();
        app.at("/status/resources")
                .forEach(resource -> all.add(resource.path("kind").asText() + " "
                        + resource.path("name").asText()));
        return List.copyOf(all);
    }

    private TestCluster cluster() {
        return site.running().cluster();
    }
}
