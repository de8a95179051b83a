package dev.ballast.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StubStoreTest {
    @Test
    void keepsOfAnObjectItsKindNameAndVersionAndNoMore() {
        var object = new GenericKubernetesResource();
        object.setApiVersion("velero.io/v1");
        object.setKind("Backup");
        object.setMetadata(new ObjectMetaBuilder()
                .withName("shop-daily-1")
                .withNamespace("velero")
                .withResourceVersion("7")
                .withLabels(Map.of("ballast.dev/policy", "shop"))
                .build());
        object.setAdditionalProperty("spec", Map.of("ttl", "168h0m0s"));
        var store = new StubStore();
        store.put(store.getKey(object), object);

        GenericKubernetesResource stub = Objects.requireNonNull(store.get("shop-daily-1"));
        assertThat(store.getKey(stub)).isEqualTo("shop-daily-1");
        assertThat(stub.getApiVersion()).isEqualTo("velero.io/v1");
        assertThat(stub.getKind()).isEqualTo("Backup");
        assertThat(stub.getMetadata().getResourceVersion()).isEqualTo("7");
        assertThat(stub.getMetadata().getLabels()).isEmpty();
        assertThat(stub.getAdditionalProperties()).isEmpty();
    }
}
