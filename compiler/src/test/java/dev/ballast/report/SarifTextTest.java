package dev.ballast.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class SarifTextTest {
    @Property
    void aPathIsARelativeUriThatMeansThePath(@ForAll @NotEmpty String name) {
        String path = "dir/" + name.replaceAll("[\\ud800-\\udfff]", "?");
        URI uri = URI.create(SarifText.uriPath(path));
        assertThat(uri.isAbsolute()).isFalse();
        assertThat(uri.getRawPath()).isEqualTo(uri.toString());
        assertThat(java.net.URLDecoder.decode(uri.getRawPath(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(path);
    }

    @Test
    void aColonInTheFirstSegmentIsNoScheme() {
        assertThat(SarifText.uriPath("c:x.yaml")).isEqualTo("c%3Ax.yaml");
    }

    @Test
    void bracesAreDoubledAndLinksParted() {
        assertThat(SarifText.escape("{0} of [a](b) and [c]")).isEqualTo("{{0}} of [a] (b) and [c]");
    }
}
