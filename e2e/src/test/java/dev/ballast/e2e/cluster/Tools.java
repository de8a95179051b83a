package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The programs and CRDs that a cluster needs: taken from {@code KUBEBUILDER_ASSETS} where that names a folder, otherwise built from
 * their Go modules, once, into the cache.
 *
 * @param environment variables of this process
 * @param cache where what was built is kept
 * @param folders the module's {@code tools}
 */
record Tools(Map<String, String> environment, ToolCache cache, Path folders) {
    private static final String KUBERNETES = "k8s.io/kubernetes";
    private static final String VELERO = "github.com/vmware-tanzu/velero";
    private static final String ARGO_CD = "github.com/argoproj/argo-cd/v3";
    private static final String FLUX = "github.com/fluxcd/";
    private static final String CLOUD_NATIVE_PG = "github.com/cloudnative-pg/cloudnative-pg";
    private static final String SNAPSHOTTER = "github.com/kubernetes-csi/external-snapshotter/client/v8";
    private static final String HELM = "helm.sh/helm/v3";
    private static final String PROMETHEUS_OPERATOR = "github.com/prometheus-operator/prometheus-operator";
    private static final List<String> PROGRAMS = List.of("kube-apiserver", "etcd", "kubectl");

    /** Those of this process. */
    static Tools here() {
        Map<String, String> environment = System.getenv();
        ToolCache cache = ToolCache.of(environment, Path.of(System.getProperty("user.home")));
        return new Tools(environment, cache, Path.of("tools").toAbsolutePath());
    }

    /** Why a control plane cannot be had here; empty if it can. */
    Optional<String> missing() {
        Optional<Path> assets = assets();
        if (assets.isPresent()) {
            return PROGRAMS.stream()
                    .filter(program -> !Files.isExecutable(assets.get().resolve(program)))
                    .findFirst()
                    .map(program -> "KUBEBUILDER_ASSETS names a folder without an executable `" + program + "`");
        }
        return missingGo("`go` is not on the path and KUBEBUILDER_ASSETS is not set");
    }

    /** Why CRDs, Velero and what it needs cannot be had here; empty if they can. */
    Optional<String> missingModules() {
        return missingGo("CRDs and Velero come from Go modules and `go` is not on the path");
    }

    private Optional<String> missingGo(String reason) {
        return isOnPath("go") ? Optional.empty() : Optional.of(reason);
    }

    /** Why Argo CD cannot be had here, beside what is not to be had without Go; empty if it can. */
    Optional<String> missingForArgoCd() {
        return Stream.of("redis-server", "git")
                .filter(program -> !isOnPath(program))
                .findFirst()
                .map(program -> "Argo CD needs `" + program + "`, which is not on the path");
    }

    private boolean isOnPath(String program) {
        return Stream.of(environment.getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, program)));
    }

    private Optional<Path> assets() {
        String folder = environment.getOrDefault("KUBEBUILDER_ASSETS", "");
        return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
    }

    /** Folder with {@code kube-apiserver} and {@code kubectl}. */
    Path kubernetes() throws IOException, InterruptedException {
        if (assets().isPresent()) {
            return assets().get();
        }
        GoFolder module = folder("kubernetes");
        Map<String, String> programs = new TreeMap<>();
        programs.put("kube-apiserver", KUBERNETES + "/cmd/kube-apiserver");
        programs.put("kubectl", KUBERNETES + "/cmd/kubectl");
        return build(module, stamps(module.version(KUBERNETES)), programs);
    }

    /** Folder with {@code etcd}. */
    Path etcd() throws IOException, InterruptedException {
        if (assets().isPresent()) {
            return assets().get();
        }
        return build(folder("etcd"), "", Map.of("etcd", "go.etcd.io/etcd/server/v3"));
    }

    /** Folder with {@code kube-controller-manager}; apart from the API server, which most tests need without it. */
    Path controllerManager() throws IOException, InterruptedException {
        GoFolder module = folder("kube-controller-manager");
        String program = "kube-controller-manager";
        return build(module, stamps(module.version(KUBERNETES)), Map.of(program, KUBERNETES + "/cmd/" + program));
    }

    /** Folder with {@code velero}, built with the main of our own beside its go.mod. */
    Path velero() throws IOException, InterruptedException {
        return build(folder("velero-server"), "", Map.of("velero", "."));
    }

    /** Folder with Velero's plugin for AWS and nothing else. */
    Path awsPlugin() throws IOException, InterruptedException {
        String program = "velero-plugin-for-aws";
        return build(folder(program), "", Map.of(program, "github.com/vmware-tanzu/" + program + "/" + program));
    }

    /** Folder with {@code versitygw}, an S3 server. */
    Path s3() throws IOException, InterruptedException {
        return build(folder("versitygw"), "", Map.of("versitygw", "github.com/versity/versitygw/cmd/versitygw"));
    }

    /** Folder with {@code helm}. */
    Path helm() throws IOException, InterruptedException {
        GoFolder module = folder("helm");
        String stamps = helmStamps(module.version(HELM), module.version("k8s.io/client-go"));
        return build(module, stamps, Map.of("helm", HELM + "/cmd/helm"));
    }

    /** Without these a Helm does not know its version, and takes a cluster that it cannot ask for an old one. */
    static String helmStamps(String version, String client) {
        String minor = client.split("\\.", -1)[1];
        return " -X " + HELM + "/internal/version.version=" + version
                + Stream.of("chartutil", "lint/rules")
                        .map(place -> " -X " + HELM + "/pkg/" + place + ".k8sVersion")
                        .map(name -> name + "Major=1" + name + "Minor=" + minor)
                        .collect(Collectors.joining());
    }

    /** The kinds of Prometheus' operator that a chart may bring objects of. */
    String monitoringCrds() throws IOException, InterruptedException {
        List<String> kinds = List.of("podmonitors", "prometheusrules", "servicemonitors");
        return crds(
                "prometheus-operator",
                PROMETHEUS_OPERATOR,
                kinds.stream()
                        .map(kind -> "example/prometheus-operator-crd/monitoring.coreos.com_" + kind + ".yaml")
                        .toList());
    }

    /** Folder with {@code actionlint}, which judges workflows. */
    Path actionlint() throws IOException, InterruptedException {
        return build(folder("actionlint"), "", Map.of("actionlint", "github.com/rhysd/actionlint/cmd/actionlint"));
    }

    /** The program that is each part of Argo CD, by the name under which it is started. */
    Path argoCd() throws IOException, InterruptedException {
        return build(folder("argocd"), "", Map.of("argocd", ".")).resolve("argocd");
    }

    /** The CRDs of Argo CD. */
    String argoCdCrds() throws IOException, InterruptedException {
        String folder = "manifests/crds/";
        return crds(
                "argocd",
                ARGO_CD,
                List.of(
                        folder + "application-crd.yaml",
                        folder + "applicationset-crd.yaml",
                        folder + "appproject-crd.yaml"));
    }

    /** A file of Argo CD's sources. */
    String argoCdFile(String path) throws IOException, InterruptedException {
        return Files.readString(folder("argocd").sources(ARGO_CD).resolve(path));
    }

    /** The program that evaluates Flux's health expressions. */
    Path fluxHealth() throws IOException, InterruptedException {
        return build(folder("flux"), "", Map.of("flux-health", ".")).resolve("flux-health");
    }

    /** The CRDs of Flux's Kustomizations and Git repositories. */
    String fluxCrds() throws IOException, InterruptedException {
        String folder = "config/crd/bases/";
        return crds(
                        "flux-crds",
                        FLUX + "kustomize-controller",
                        List.of(folder + "kustomize.toolkit.fluxcd.io_kustomizations.yaml"))
                + crds(
                        "flux-crds",
                        FLUX + "source-controller",
                        List.of(folder + "source.toolkit.fluxcd.io_gitrepositories.yaml"));
    }

    /** The CRDs of a Velero whose version begins like this ({@code 1.14}), as one stream of documents. */
    String veleroCrds(String minor) throws IOException, InterruptedException {
        return crds("velero-" + minor, VELERO, List.of("config/crd/v1/bases", "config/crd/v2alpha1/bases"));
    }

    /** The one CRD of CloudNativePG that Ballast writes objects of. */
    String cloudNativePgCrds() throws IOException, InterruptedException {
        String scheduledBackups = "config/crd/bases/postgresql.cnpg.io_scheduledbackups.yaml";
        return crds("cloudnative-pg", CLOUD_NATIVE_PG, List.of(scheduledBackups));
    }

    /** The one CRD of CSI snapshots that Ballast reads objects of, of the version that the Velero here is made with. */
    String snapshotCrds() throws IOException, InterruptedException {
        String contents = "config/crd/snapshot.storage.k8s.io_volumesnapshotcontents.yaml";
        return crds("velero-server", SNAPSHOTTER, List.of(contents));
    }

    private String crds(String name, String module, List<String> places) throws IOException, InterruptedException {
        GoFolder folder = folder(name);
        List<String> use = new ArrayList<>(List.of("mod", "download", "-json", module));
        use.addAll(places);
        Path kept = cache.get(name + "-" + folder.key(use), made -> {
            Files.writeString(made.resolve("crds.yaml"), joined(folder.sources(module), places));
        });
        return Files.readString(kept.resolve("crds.yaml"));
    }

    /** Without these an API server calls itself v0.0.0 and clients do not know what it can do. */
    static String stamps(String version) {
        String stamp = " -X k8s.io/component-base/version.git";
        List<String> parts = List.of(version.substring(1).split("\\.", -1));
        return stamp + "Version=" + version + stamp + "Major=" + parts.get(0) + stamp + "Minor=" + parts.get(1);
    }

    /** What comes after {@code go} for a small program that is the same wherever it is built. */
    static List<String> options(String stamps) {
        return List.of("build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w" + stamps);
    }

    private Path build(GoFolder module, String stamps, Map<String, String> programs)
            throws IOException, InterruptedException {
        List<String> options = options(stamps);
        List<String> use = new ArrayList<>(options);
        use.add(programs.toString());
        return cache.get(module.name() + "-" + module.key(use), made -> {
            System.err.println(
                    "building " + programs.keySet() + " into " + cache.root() + ", once; this takes minutes");
            for (Map.Entry<String, String> program : programs.entrySet()) {
                List<String> words = new ArrayList<>(options);
                words.addAll(List.of("-o", made.resolve(program.getKey()).toString(), program.getValue()));
                module.go(words);
            }
        });
    }

    private static String joined(Path sources, List<String> places) throws IOException {
        StringBuilder stream = new StringBuilder();
        for (String place : places) {
            try (Stream<Path> found = Files.walk(sources.resolve(place))) {
                for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                    stream.append("---\n").append(Files.readString(file)).append('\n');
                }
            }
        }
        return stream.toString();
    }

    GoFolder folder(String name) {
        return new GoFolder(folders.resolve(name));
    }
}
