package dev.ballast.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SizesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KiB",
        "848256040960, 790.0 GiB",
        "774382649344, 721.2 GiB",
        "9223372036854775807, 8.0 EiB"
    })
    void bytesAreShownInTheUnitThatFits(long bytes, String shown) {
        assertThat(Sizes.text(bytes)).isEqualTo(shown);
    }
}
