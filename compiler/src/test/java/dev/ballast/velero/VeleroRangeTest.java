package dev.ballast.velero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.calendar.CronDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VeleroRangeTest {
    @ParameterizedTest
    @CsvSource({
        "1.14.0, 1.14.0, 1.14.0",
        "1.18.3, 1.18.3, 1.18.3",
        "v1.16.2, 1.16.2, 1.16.2",
        "1.18, 1.18.0, 1.18.3",
        "1.15, 1.15.0, 1.15.99"
    })
    void aVersionIsOneReleaseOrALine(String text, String first, String last) {
        assertThat(VeleroRange.parse(text)).hasValueSatisfying(range -> {
            assertThat(range.first()).hasToString(first);
            assertThat(range.last()).hasToString(last);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.13", "1.13.2", "1", "latest", "1.18.x", "vv1.18.3", ""})
    void nothingElseIsSupported(String text) {
        assertThat(VeleroRange.parse(text)).isEmpty();
        assertThat(VeleroRange.isNewerThanKnown(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.18.4", "v1.18.4", "1.19", "1.19.0", "v2.0.0"})
    void aNewerReleaseIsTakenAsTheNewestThatIsKnown(String text) {
        assertThat(VeleroRange.parse(text)).contains(VeleroRange.NEWEST);
        assertThat(VeleroRange.isNewerThanKnown(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.18.3", "v1.18.3", "1.18", "1.14.0"})
    void aKnownReleaseIsNotNewer(String text) {
        assertThat(VeleroRange.isNewerThanKnown(text)).isFalse();
    }

    @Test
    void theCronLibraryChangesWithinALineAndAcrossLines() {
        assertThat(range("1.18").dialects())
                .containsOnlyKeys(CronDialect.ROBFIG_V3, CronDialect.GO_CRON)
                .containsEntry(CronDialect.GO_CRON, new VeleroVersion(1, 18, 3));
        assertThat(range("1.18.2").dialects()).containsOnlyKeys(CronDialect.ROBFIG_V3);
        assertThat(range("1.14").dialects()).containsOnlyKeys(CronDialect.ROBFIG_V1);
        assertThat(range("1.14").laterDialects()).containsOnlyKeys(CronDialect.ROBFIG_V3, CronDialect.GO_CRON);
        assertThat(range("1.18.3").laterDialects()).isEmpty();
    }

    @Test
    void aFeatureCountsOnlyWhenEveryReleaseOfTheRangeHasIt() {
        assertThat(range("1.14").has(VeleroFeature.CRON_ZONE)).isFalse();
        assertThat(range("1.15").has(VeleroFeature.CRON_ZONE)).isTrue();
        assertThat(range("1.17.0").has(VeleroFeature.NAMESPACE_GLOBS)).isFalse();
        assertThat(range("1.18").has(VeleroFeature.NAMESPACE_GLOBS)).isTrue();
    }

    private static VeleroRange range(String text) {
        return VeleroRange.parse(text).orElseThrow();
    }
}
