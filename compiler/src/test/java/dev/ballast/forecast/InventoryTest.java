package dev.ballast.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ballast.policy.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InventoryTest {
    private static final String COMPLETED = """
            {"kind": "Backup",
             "metadata": {"name": "shop-daily-20261120020000",
                          "labels": {"ballast.dev/policy": "shop", "ballast.dev/tier": "daily"}},
             "status": {"phase": "%s", "startTimestamp": "2026-11-20T02:00:00Z", "expiration": "2026-11-27T02:00:00Z"}}
            """;

    @Test
    void backupsAreReadWithTheirPolicyAndTier() throws JsonProcessingException {
        assertThat(read("{\"kind\": \"List\", \"items\": [%s]}".formatted(COMPLETED.formatted("Completed"))))
                .contains(List.of(new ExistingBackup(
                        "shop-daily-20261120020000",
                        "shop",
                        Tier.DAILY,
                        Instant.parse("2026-11-20T02:00:00Z"),
                        Instant.parse("2026-11-27T02:00:00Z"),
                        true)));
    }

    @Test
    void onlyCompletedOnesAreGood() throws JsonProcessingException {
        assertThat(read(COMPLETED.formatted("PartiallyFailed"))
                        .orElseThrow()
                        .get(0)
                        .good())
                .isFalse();
    }

    @Test
    void whatNeverBeganIsLeftOut() throws JsonProcessingException {
        assertThat(read("{\"kind\": \"Backup\", \"status\": {\"phase\": \"FailedValidation\"}}"))
                .contains(List.of());
    }

    @Test
    void somethingElseIsRefused() throws JsonProcessingException {
        assertThat(read("{\"kind\": \"Pod\"}")).isEmpty();
    }

    private static Optional<List<ExistingBackup>> read(String json) throws JsonProcessingException {
        return Inventory.read(new ObjectMapper().readTree(json));
    }
}
