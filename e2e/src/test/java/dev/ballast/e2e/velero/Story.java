package dev.ballast.e2e.velero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.compile.Checked;
import dev.ballast.compile.Checker;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.forecast.ExistingBackup;
import dev.ballast.forecast.Inventory;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedReader;
import dev.ballast.plan.BackupPlan;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What happens to one policy, which makes a backup every minute that lives for an hour.
 *
 * @param name of the policy, its store, the prefix in the bucket and the namespace that it selects
 */
record Story(Site site, String name, String bucket) {
    /** The shortest time that the language lets a backup live. */
    static final Duration TTL = Duration.ofHours(1);

    private static final Duration LIMIT = Duration.ofMinutes(6);

    private static final String POLICY = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: %1$s, annotations: {%2$s}}
            spec:
              select: {namespaces: [%1$s]}
              keep: {hourly: 1h}
              schedule: {hourly: "* * * * *"}
              volumes: {method: none}
              alerts: {grace: 1m}
              store: %1$s
              %3$s
            """;

    /**
     * The policy in its words.
     *
     * @param annotations of the policy, in flow style without braces; may be empty
     * @param more fields of its spec, two spaces before each but the first; may be empty
     */
    String text(String annotations, String more) {
        return POLICY.formatted(name, annotations, more);
    }

    /** What {@code kubectl apply} does with the policy. */
    void apply(String annotations, String more) throws IOException, InterruptedException {
        site.running().cluster().apply(site.namespace(), text(annotations, more));
    }

    /** What the compiler makes of the policy, apart from what the reconciler makes of it. */
    BackupPlan plan() {
        String store = "\n---\n{apiVersion: ballast.dev/v1alpha1, kind: BackupStore, metadata: {name: %s}, "
                + "spec: {provider: aws, bucket: b, region: us-east-1}}";
        Checked checked = Checker.of(
                        SourceReader.read("policy.yaml", text("", "") + store.formatted(name), Limits.DEFAULT)
                                .value()
                                .orElseThrow()
                                .documents())
                .check(environment -> true, Map.of(), site.clock().instant());
        return checked.fleet().environments().get(0).policies().get(0);
    }

    /** Name of its Schedule. */
    String schedule() {
        return name + "-hourly";
    }

    /** Changes an object by hand, as {@code kubectl patch} does. */
    void patch(String kind, String object, String patch) throws IOException, InterruptedException {
        site.running()
                .cluster()
                .kubectl("", "patch", kind, object, "-n", site.namespace(), "--type=merge", "--patch=" + patch)
                .orThrow("patching");
    }

    /** Its Backups as they are in the cluster, oldest first. */
    List<JsonNode> backups() throws IOException, InterruptedException {
        return list("velero.io/v1", "backups").stream()
                .filter(backup -> backup.at("/metadata/labels/ballast.dev~1policy")
                        .asText()
                        .equals(name))
                .toList();
    }

    /** The same as the reconciler reads them. */
    List<ObservedBackup> observed() throws IOException, InterruptedException {
        return backups().stream()
                .map(ObservedReader::backup)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The same as a forecast reads them. */
    List<ExistingBackup> existing() throws IOException, InterruptedException {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("kind", "List");
        list.putArray("items").addAll(backups());
        return Inventory.read(list).orElseThrow();
    }

    /** Names of its backups in the bucket. */
    Set<String> inBucket() throws IOException {
        String folder = name + "/backups/";
        Set<String> names = new TreeSet<>();
        site.running()
                .s3()
                .objects(bucket, folder)
                .keySet()
                .forEach(key -> names.add(key.substring(folder.length(), key.indexOf('/', folder.length()))));
        return names;
    }

    /** Objects of one backup in the bucket. */
    int objects(String backup) throws IOException {
        return site.running()
                .s3()
                .objects(bucket, name + "/backups/" + backup + "/")
                .size();
    }

    /** Takes a backup from the bucket, behind Velero's back. */
    void removeFromBucket(String backup) throws IOException {
        site.running().s3().remove(bucket, name + "/backups/" + backup);
    }

    /** How the policy is told to be. */
    Told told() throws IOException, InterruptedException {
        return list("ballast.dev/v1alpha1", "backuppolicies").stream()
                .filter(policy -> policy.at("/metadata/name").asText().equals(name))
                .map(Told::new)
                .findFirst()
                .orElseThrow();
    }

    /** Its Schedule, once it is there. */
    JsonNode awaitSchedule(String what, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        Patience.until(
                "the Schedule " + what,
                LIMIT,
                () -> foundSchedule().filter(wanted).isPresent(),
                () -> list("velero.io/v1", "schedules") + "\n" + told());
        return foundSchedule().orElseThrow();
    }

    private Optional<JsonNode> foundSchedule() throws IOException, InterruptedException {
        return list("velero.io/v1", "schedules").stream()
                .filter(schedule -> schedule.at("/metadata/name").asText().equals(schedule()))
                .findFirst();
    }

    /** Waits until Velero says this of its store. */
    void awaitStore(String phase) throws IOException, InterruptedException {
        Patience.until(
                "the store is " + phase,
                LIMIT,
                () -> list("velero.io/v1", "backupstoragelocations").stream()
                        .filter(store -> store.at("/metadata/name").asText().equals(name))
                        .anyMatch(store -> store.at("/status/phase").asText().equals(phase)),
                () -> list("velero.io/v1", "backupstoragelocations").toString());
    }

    /** The oldest Backup that is like this, once there is one. */
    ObservedBackup awaitBackup(String what, Predicate<ObservedBackup> wanted) throws IOException, InterruptedException {
        return awaitBackups(what, 1, wanted).get(0);
    }

    /** Backups that are like this, oldest first, once there are so many. */
    List<ObservedBackup> awaitBackups(String what, int least, Predicate<ObservedBackup> wanted)
            throws IOException, InterruptedException {
        Patience.until(
                "%d backups that %s".formatted(least, what),
                LIMIT,
                () -> observed().stream().filter(wanted).count() >= least,
                () -> backups() + "\n" + told());
        return observed().stream().filter(wanted).toList();
    }

    /** Waits until a Backup is gone from the cluster. */
    void awaitGone(String backup) throws IOException, InterruptedException {
        Patience.until(
                backup + " is gone",
                LIMIT,
                () -> observed().stream().noneMatch(one -> one.name().equals(backup)),
                () -> backups().toString());
    }

    /** How the policy is told to be, once it is told so. */
    Told awaitTold(String what, Predicate<Told> wanted) throws IOException, InterruptedException {
        Patience.until("the status says " + what, LIMIT, () -> wanted.test(told()), () -> told() + "\n" + backups());
        return told();
    }

    List<JsonNode> list(String version, String plural) throws IOException, InterruptedException {
        return site.running().cluster().list("/apis/" + version + "/namespaces/" + site.namespace() + "/" + plural);
    }
}
