package dev.ballast.observed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyViewTest {
    private static final String SCHEDULE = """
            {"kind": "Schedule", "metadata": {"name": "shop-daily", "creationTimestamp": "2026-11-01T00:00:00Z",
             "labels": {"ballast.dev/policy": "shop", "ballast.dev/tier": "daily"}}, "spec": {"schedule": "0 2 * * *"}}
            """;

    @Test
    void aBackupWithoutOurLabelIsOfThePolicyWhoseScheduleMadeIt() {
        Map<String, PolicyView> views = views(
                SCHEDULE,
                backup("adopted", "{\"velero.io/schedule-name\": \"shop-daily\"}"),
                backup("labelled", "{\"ballast.dev/policy\": \"shop\"}"),
                backup("by-hand", "{}"),
                backup("of-others", "{\"velero.io/schedule-name\": \"other\"}"));
        assertThat(views).containsOnlyKeys("shop");
        assertThat(view(views).backups()).extracting(ObservedBackup::name).containsExactly("adopted", "labelled");
    }

    @Test
    void aPolicyThatIsGoneStillHasItsBackups() {
        Map<String, PolicyView> views = views(backup("labelled", "{\"ballast.dev/policy\": \"shop\"}"));
        assertThat(views).containsOnlyKeys("shop");
        assertThat(view(views).schedules()).isEmpty();
    }

    @Test
    void finalizersAreReadOfADeletedBackupAlone() {
        String metadata =
                "\"name\": \"b\", \"creationTimestamp\": \"2026-11-01T00:00:00Z\", \"finalizers\": [\"example.com/keep\"]";
        assertThat(read("{\"kind\": \"Backup\", \"metadata\": {%s}}".formatted(metadata))
                        .backups()
                        .get(0)
                        .heldBy())
                .isEmpty();
        assertThat(read("{\"kind\": \"Backup\", \"metadata\": {%s, \"deletionTimestamp\": \"2026-11-02T00:00:00Z\"}}"
                                .formatted(metadata))
                        .backups()
                        .get(0)
                        .heldBy())
                .containsExactly("example.com/keep");
    }

    private static PolicyView view(Map<String, PolicyView> views) {
        return views.getOrDefault("shop", PolicyView.NOTHING);
    }

    private static String backup(String name, String labels) {
        return """
                {"kind": "Backup", "metadata": {"name": "%s", "creationTimestamp": "2026-11-02T02:00:00Z", "labels": %s}}
                """.formatted(name, labels);
    }

    private static Map<String, PolicyView> views(String... objects) {
        return PolicyView.of(read(objects));
    }

    private static Observed read(String... objects) {
        List<JsonNode> nodes = Stream.of(objects).map(PolicyViewTest::node).toList();
        return ObservedReader.read(nodes, Instant.parse("2026-11-21T09:00:00Z"));
    }

    private static JsonNode node(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
