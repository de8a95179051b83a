package dev.ballast.e2e.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ballast.schema.Kind;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * One namespace, looked at many times a second: without kubectl, which costs too much for that.
 *
 * @param between two looks at the same object
 */
record Place(KubernetesClient client, String namespace, Duration between) {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Waits until a policy is as it should be. */
    void awaitPolicy(String name, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        await("/apis/ballast.dev/v1alpha1", Kind.BACKUP_POLICY.plural(), name, wanted);
    }

    /** Waits until a Schedule is as it should be. */
    void awaitSchedule(String name, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        await("/apis/velero.io/v1", "schedules", name, wanted);
    }

    private void await(String group, String plural, String name, Predicate<JsonNode> wanted)
            throws IOException, InterruptedException {
        String path = "%s/namespaces/%s/%s/%s".formatted(group, namespace, plural, name);
        long end = System.nanoTime() + LONGEST.toNanos();
        JsonNode object = JSON.readTree(client.raw(path));
        while (!wanted.test(object)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it did not become as it should: " + object.toPrettyString());
            }
            Thread.sleep(between.toMillis());
            object = JSON.readTree(client.raw(path));
        }
    }
}
