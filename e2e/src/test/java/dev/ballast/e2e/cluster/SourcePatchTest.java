package dev.ballast.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourcePatchTest {
    private static final SourcePatch PATCH = new SourcePatch("clock.go", "now()", "now() + shift");

    @Test
    void changesTheOnePlace() {
        assertThat(PATCH.applied("return now()\n")).isEqualTo("return now() + shift\n");
    }

    @Test
    void refusesATextWithoutThePlace() {
        assertThatThrownBy(() -> PATCH.applied("return then()"))
                .hasMessage("`now()` must occur exactly once in clock.go");
    }

    @Test
    void refusesATextWithTwoOfThem() {
        assertThatThrownBy(() -> PATCH.applied("now() - now()"))
                .hasMessage("`now()` must occur exactly once in clock.go");
    }
}
