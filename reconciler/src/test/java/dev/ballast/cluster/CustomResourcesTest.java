package dev.ballast.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class CustomResourcesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatIsKeptOfAnObjectIsTheSameDocument() throws Exception {
        ObjectNode object = object("BackupPolicy");
        ObjectNode lean = CustomResources.lean(object);

        assertThat(CustomResources.document(lean)).isEqualTo(CustomResources.document(object));
        assertThat(lean.at("/metadata/uid")).isEqualTo(object.at("/metadata/uid"));
        assertThat(lean.at("/metadata/managedFields").isMissingNode()).isTrue();
        assertThat(object.at("/metadata/managedFields").isArray()).isTrue();
    }

    @Test
    void ofTheStatusOfAPolicyIsKeptSinceWhenItsTiersAreAsTheyAre() throws Exception {
        assertThat(CustomResources.lean(object("BackupPolicy")).path("status")).hasToString("""
                {"tiers":[{"name":"daily","since":"2026-11-01T00:00:00Z"}]}""");
        assertThat(CustomResources.lean(object("BackupStore")).path("status"))
                .isEqualTo(object("BackupStore").path("status"));
    }

    private static ObjectNode object(String kind) throws Exception {
        return (ObjectNode) JSON.readTree("""
                {"apiVersion": "ballast.dev/v1alpha1", "kind": "%s",
                 "metadata": {"name": "shop", "uid": "1-2-3", "managedFields": [{"manager": "kubectl"}], "labels": {"owner": "shop"}},
                 "spec": {"keep": {"daily": 7}},
                 "status": {"points": "7/7", "tiers": [{"name": "daily", "points": 7, "since": "2026-11-01T00:00:00Z"}]}}""".formatted(kind));
    }
}
