package dev.ballast.rules.select;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "team-*, team-a, true",
        "team-*, team-, true",
        "team-*, a-team-b, false",
        "team-?, team-ab, false",
        "team-[ab], team-b, true",
        "team-[a-c], team-b, true",
        "team-[ab], team-c, false",
        "team.a*, teamxa, false",
        "team-**, team-a, false",
        "shop, shop, true",
        "shop, shops, false",
    })
    void standsFor(String pattern, String namespace, boolean matches) {
        assertThat(Glob.matches(pattern, namespace)).isEqualTo(matches);
    }
}
