package dev.ballast.e2e.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ballast.e2e.cluster.ArgoCd;
import dev.ballast.e2e.cluster.ArgoCdOptions;
import dev.ballast.e2e.cluster.BallastProgram;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.cluster.TestCluster;
import dev.ballast.e2e.cluster.VeleroCluster;
import dev.ballast.e2e.cluster.VeleroOptions;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A cluster with Velero, and an Argo CD that has what `ballast argocd customizations` prints and the plugin of `deploy/argocd`.
 *
 * @param lua what an action would do, without the web interface that has the button
 * @param folder for repositories
 */
record Site(VeleroCluster running, ArgoCd argo, LuaInterpreter lua, Path folder) implements Closeable {
    /** The files this is about. */
    static final Path DEPLOY = Path.of("..", "deploy").toAbsolutePath().normalize();

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** The one that all tests of a run share. */
    static Site of(Clusters clusters) throws IOException, InterruptedException {
        return clusters.shared(Site.class, Site::start);
    }

    private static Site start(Clusters clusters) throws IOException, InterruptedException {
        // Velero looks at its stores often, so that a test need not wait for that.
        Duration often = Duration.ofSeconds(5);
        var options = new VeleroOptions("velero", Duration.ofHours(1), often, Duration.ofMinutes(1), 1, Map.of());
        VeleroCluster running = clusters.velero("argocd", options);
        Path folder = Files.createDirectory(running.folder().resolve("argocd"));
        Path programs = Files.createDirectory(folder.resolve("programs"));
        BallastProgram.install(programs);
        Path plugin = Files.createDirectory(folder.resolve("plugin"));
        Files.writeString(plugin.resolve("plugin.yaml"), plugin());
        String settings = settings();
        ArgoCd argo = clusters.argoCd(running.cluster(), new ArgoCdOptions(settings, plugin, programs));
        running.cluster().apply(ArgoCd.NAMESPACE, project());
        return new Site(running, argo, new LuaInterpreter(clusters.argoCdLua(settings)), folder);
    }

    // That of the sidecar, with a program of this build in place of that of an image.
    private static String plugin() throws IOException {
        ObjectNode plugin = (ObjectNode) YAML.readTree(Files.readString(DEPLOY.resolve("argocd/plugin.yaml")));
        plugin.withObject("/spec/generate").putArray("command").add("ballast");
        return YAML.writeValueAsString(plugin);
    }

    // That of the examples, with the kinds it allows, but for every repository and namespace.
    private static String project() throws IOException {
        ObjectNode project = (ObjectNode) YAML.readTree(Files.readString(DEPLOY.resolve("argocd/project.yaml")));
        ObjectNode spec = project.withObject("/spec");
        spec.putArray("sourceRepos").add("*");
        spec.putArray("destinations").addObject().put("server", "*").put("namespace", "*");
        return YAML.writeValueAsString(project);
    }

    /** What is recommended for {@code argocd-cm}. */
    static String settings() throws IOException, InterruptedException {
        return BallastProgram.run(List.of("argocd", "customizations", "--exclusions"))
                .orThrow("printing customizations")
                .stdout();
    }

    TestCluster cluster() {
        return running.cluster();
    }

    /** A Git repository of its own. */
    PolicyRepository repository(String name) throws IOException {
        return PolicyRepository.in(
                Files.createDirectories(folder.resolve("repositories").resolve(name)));
    }

    /**
     * An Application as one of the examples has it, but for its name, its repository, and where it deploys to.
     *
     * @param example a file of {@code deploy/argocd/applications}
     */
    Application application(String example, String name, String repository, String namespace)
            throws IOException, InterruptedException {
        return application(example, name, repository, namespace, spec -> {});
    }

    /** The same with more that is different in its spec. */
    Application application(
            String example, String name, String repository, String namespace, Consumer<ObjectNode> difference)
            throws IOException, InterruptedException {
        Path file = DEPLOY.resolve("argocd/applications").resolve(example);
        ObjectNode app = (ObjectNode) YAML.readTree(Files.readString(file));
        app.withObject("/metadata").put("name", name);
        ObjectNode spec = app.withObject("/spec");
        ((ObjectNode) spec.get("source")).put("repoURL", repository);
        ((ObjectNode) spec.get("destination")).put("namespace", namespace);
        difference.accept(spec);
        cluster().apply(ArgoCd.NAMESPACE, YAML.writeValueAsString(app));
        return new Application(this, name);
    }

    /** Waits until an object of {@code velero.io/v1} is as it should be, and answers with it; absent is a missing node. */
    JsonNode await(String namespace, String plural, String name, String what, Predicate<JsonNode> wanted)
            throws IOException, InterruptedException {
        JsonNode[] seen = {get(namespace, plural, name)};
        Patience.until(
                plural + " " + name + " " + what,
                PATIENCE,
                () -> {
                    seen[0] = get(namespace, plural, name);
                    return wanted.test(seen[0]);
                },
                () -> seen[0].toPrettyString() + "\n" + argo.lastWords());
        return seen[0];
    }

    JsonNode get(String namespace, String plural, String name) throws IOException, InterruptedException {
        String path = "/apis/velero.io/v1/namespaces/%s/%s?fieldSelector=metadata.name%%3D%s";
        List<JsonNode> found = cluster().list(path.formatted(namespace, plural, name));
        return found.isEmpty() ? YAML.missingNode() : found.get(0);
    }

    /** Names of the objects of a kind of {@code velero.io/v1}. */
    List<String> names(String namespace, String plural) throws IOException, InterruptedException {
        return cluster().list("/apis/velero.io/v1/namespaces/%s/%s".formatted(namespace, plural)).stream()
                .map(object -> object.at("/metadata/name").asText())
                .sorted()
                .toList();
    }

    /** Changes an object of {@code velero.io/v1} as a person does by hand. */
    void patch(String namespace, String resource, String name, String merge) throws IOException, InterruptedException {
        cluster()
                .kubectl("", "patch", "-n", namespace, resource, name, "--type=merge", "-p", merge)
                .orThrow("patching");
    }

    @Override
    public void close() {
        // Its parts are closed with the clusters.
    }
}
