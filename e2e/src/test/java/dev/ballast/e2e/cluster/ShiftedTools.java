package dev.ballast.e2e.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Programs whose wall clock follows a {@link ShiftedClock}: built like those of {@link Tools}, from the same modules, but with a changed
 * {@code Now} in Go's own package {@code time}; Velero also with periodic loops that notice when its clock is set. All changes are made
 * while building, on copies.
 *
 * @param tools where modules and cache are
 * @param added files that are added to packages of others
 */
record ShiftedTools(Tools tools, Path added) {
    private static final String VELERO = "github.com/vmware-tanzu/velero";
    private static final String KUBERNETES = "k8s.io/kubernetes";

    private static final SourcePatch NOW = new SourcePatch(
            "time.go",
            "\tsec, nsec, mono := runtimeNow()\n",
            "\tsec, nsec, mono := runtimeNow()\n\tsec += ballastSeconds()\n");
    private static final SourcePatch LOOP = new SourcePatch(
            "pkg/util/kube/periodical_enqueue_source.go", "\tgo wait.Until(func() {\n", "\tgo ballastUntil(func() {\n");
    private static final SourcePatch IMPORT =
            new SourcePatch(LOOP.file(), "\t\"k8s.io/apimachinery/pkg/util/wait\"\n", "");

    private static final String CLOCK_FILE = "time_shift.go";
    private static final String LOOP_FILE = "wall_clock_loop.go";

    /** Parts of Velero's module that its server is made of. */
    private static final List<String> PARTS = List.of("cmd", "config", "internal", "pkg", "third_party");

    static ShiftedTools of(Tools tools) {
        return new ShiftedTools(
                tools, Path.of("src/test/resources/shifted-clock").toAbsolutePath());
    }

    /** Folder with {@code kube-apiserver}. */
    Path kubernetes() throws IOException, InterruptedException {
        GoFolder module = tools.folder("kubernetes");
        List<String> options = Tools.options(Tools.stamps(module.version(KUBERNETES)));
        List<String> changes = List.of(text(CLOCK_FILE), NOW.toString());
        return tools.cache().get("kubernetes-shifted-" + key(module, options, changes), made -> {
            announce("kube-apiserver");
            Path work = Files.createTempDirectory("ballast-shifted-");
            try {
                build(module, options, work, made.resolve("kube-apiserver"), KUBERNETES + "/cmd/kube-apiserver");
            } finally {
                Folders.delete(work);
            }
        });
    }

    /** Folder with {@code velero}. */
    Path velero() throws IOException, InterruptedException {
        GoFolder module = tools.folder("velero-server");
        List<String> options = Tools.options("");
        List<String> changes =
                List.of(text(CLOCK_FILE), NOW.toString(), text(LOOP_FILE), LOOP.toString(), IMPORT.toString());
        return tools.cache().get("velero-shifted-" + key(module, options, changes), made -> {
            announce("velero");
            Path work = Files.createTempDirectory("ballast-shifted-");
            try {
                GoFolder changed = changedVelero(module, work);
                build(changed, options, work, made.resolve("velero"), ".");
            } finally {
                Folders.delete(work);
            }
        });
    }

    private void announce(String program) {
        System.err.println("building `" + program + "` with a clock that can be set into "
                + tools.cache().root() + ", once; this takes minutes");
    }

    private void build(GoFolder module, List<String> options, Path work, Path program, String source)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of("-overlay", overlay(module, work).toString(), "-o", program.toString(), source));
        module.go(words);
    }

    /** A file that tells Go to read two files of its package {@code time} from elsewhere. */
    private Path overlay(GoFolder module, Path work) throws IOException, InterruptedException {
        Path time = Path.of(module.go(List.of("env", "GOROOT")).stdout().strip(), "src", "time");
        Path folder = Files.createDirectory(work.resolve("overlay"));
        Path now = folder.resolve("time.go");
        Files.writeString(now, NOW.applied(Files.readString(time.resolve("time.go"))));
        Map<String, String> read = Map.of(
                time.resolve("time.go").toString(), now.toString(),
                time.resolve(CLOCK_FILE).toString(), added.resolve(CLOCK_FILE).toString());
        return Files.writeString(
                folder.resolve("overlay.json"), new ObjectMapper().writeValueAsString(Map.of("Replace", read)));
    }

    /** A folder like {@code module} whose Velero is a changed copy. */
    private GoFolder changedVelero(GoFolder module, Path work) throws IOException, InterruptedException {
        Path copy = Files.createDirectory(work.resolve("velero"));
        Path original = module.sources(VELERO);
        for (String part : PARTS) {
            Folders.copy(original.resolve(part), copy.resolve(part));
        }
        Files.copy(original.resolve("go.mod"), copy.resolve("go.mod"));
        Path loop = copy.resolve(LOOP.file());
        Files.writeString(loop, IMPORT.applied(LOOP.applied(Files.readString(loop))));
        Files.copy(added.resolve(LOOP_FILE), loop.resolveSibling(LOOP_FILE));
        for (String file : List.of("go.sum", "main.go")) {
            Files.copy(module.path().resolve(file), work.resolve(file));
        }
        String required = Files.readString(module.path().resolve("go.mod"));
        Files.writeString(work.resolve("go.mod"), required + "\nreplace " + VELERO + " => ./velero\n");
        return new GoFolder(work);
    }

    private static String key(GoFolder module, List<String> options, List<String> changes) throws IOException {
        List<String> use = new ArrayList<>(options);
        use.addAll(changes);
        return module.key(use);
    }

    private String text(String file) throws IOException {
        return Files.readString(added.resolve(file));
    }
}
