package dev.ballast.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    @Test
    void aPriceIsAsOldAsTheDayOnWhichItWasRead() throws IOException {
        var telemetry = new Telemetry();
        telemetry.prices(LocalDate.of(2026, 11, 21), Instant.parse("2026-11-23T00:00:10.5Z"));

        var scraped = new StringBuilder();
        telemetry.scrape(scraped);

        assertThat(scraped.toString()).contains("\nballast_price_data_age_seconds 172810.0\n");
    }
}
