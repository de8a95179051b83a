package dev.ballast.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class WrittenTest {
    private static final JsonNode OLD = JsonNodeFactory.instance.objectNode().put("observedGeneration", 1L);
    private static final JsonNode NEW = JsonNodeFactory.instance.objectNode().put("observedGeneration", 2L);

    private final Written written = new Written();

    @Test
    void aNumberThatWasReadIsTheSameAsOneThatWasMade() throws Exception {
        JsonNode read = new ObjectMapper().readTree("{\"observedGeneration\": 2}");

        assertThat(written.isNews("BackupPolicy/shop", "7", read, NEW)).isFalse();
        assertThat(written.isNews("BackupPolicy/shop", "7", OLD, NEW)).isTrue();
    }

    @Test
    void whatWasWrittenHoldsUntilTheObjectIsHeardOfAgain() {
        assertThat(written.isNews("BackupPolicy/shop", "7", OLD, NEW)).isTrue();

        assertThat(written.newest("BackupPolicy/shop", "7", OLD)).isEqualTo(NEW);
        assertThat(written.isNews("BackupPolicy/shop", "7", OLD, NEW)).isFalse();
        assertThat(written.newest("BackupPolicy/shop", "8", OLD)).isEqualTo(OLD);
        assertThat(written.isNews("BackupPolicy/shop", "8", OLD, NEW)).isTrue();
    }

    @Test
    void whatCouldNotBeWrittenIsNewsAgain() {
        assertThat(written.isNews("BackupPolicy/shop", "7", OLD, NEW)).isTrue();

        written.forget("BackupPolicy/shop");

        assertThat(written.newest("BackupPolicy/shop", "7", OLD)).isEqualTo(OLD);
        assertThat(written.isNews("BackupPolicy/shop", "7", OLD, NEW)).isTrue();
    }

    @Test
    void objectsAreToldApart() {
        assertThat(written.isNews("BackupPolicy/shop", "7", OLD, NEW)).isTrue();

        assertThat(written.newest("BackupPolicy/cafe", "7", OLD)).isEqualTo(OLD);
    }
}
