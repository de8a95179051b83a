package dev.ballast.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bill of materials lists the jars of the image, each under a licence that we may pass on. */
class SbomTest {
    private static final String OURS = "dev.ballast";
    /** SPDX identifiers; a component with several may be taken under any of them. */
    private static final Set<String> WE_MAY_PASS_ON =
            Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "CC0-1.0");

    /** Names that one project uses in place of an identifier. */
    private static final Map<String, String> SPELT_OUT = Map.of("Apache 2 License", "Apache-2.0");

    private static JsonNode bill = NullNode.instance;

    @BeforeAll
    static void read() throws IOException {
        bill = new ObjectMapper().readTree(Path.of("target/ballast.cdx.json").toFile());
    }

    @Test
    void itListsTheJarsOfTheImageAndNoOther() throws IOException {
        var jars = new TreeSet<String>();
        for (JsonNode component : bill.path("components")) {
            String name = component.path("name").asText();
            jars.add(
                    component.path("group").asText().equals(OURS) && name.equals("cli")
                            ? "app/ballast.jar"
                            : "app/lib/%s-%s.jar"
                                    .formatted(name, component.path("version").asText()));
        }
        var there = new TreeSet<String>();
        Image.read(Path.of("target/empty-base.tar")).files().forEach(layer -> there.addAll(layer.keySet()));
        assertThat(jars).isEqualTo(there);
    }

    @Test
    void everyLicenceIsKnownAndMayBePassedOn() {
        assertThat(bill.path("components"))
                .hasSizeGreaterThan(20)
                .allSatisfy(component -> assertThat(licences(component))
                        .as("licences of %s", component.path("purl").asText())
                        .containsAnyElementsOf(WE_MAY_PASS_ON));
    }

    private static List<String> licences(JsonNode component) {
        var licences = new ArrayList<String>();
        component.path("licenses").forEach(choice -> {
            String name = choice.at("/license/name").asText();
            licences.add(choice.at("/license/id").asText(SPELT_OUT.getOrDefault(name, name)));
            licences.addAll(List.of(choice.path("expression").asText().split("[ ()]+(?:OR)?[ ()]*", -1)));
        });
        return licences;
    }

    @Test
    void itSaysWhatEachJarIsByItsSum() {
        assertThat(bill.path("components"))
                .filteredOn(component -> !component.path("group").asText().equals(OURS))
                .allSatisfy(component -> {
                    assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
                    assertThat(component.path("hashes").findValuesAsText("alg")).contains("SHA-256");
                });
    }

    @Test
    void nothingInItIsOfChance() {
        assertThat(bill.path("serialNumber").isMissingNode()).isTrue();
        JsonNode made = bill.at("/metadata/timestamp");
        if (!made.isMissingNode()) {
            assertThat(Instant.parse(made.asText()))
                    .isEqualTo(Instant.parse(System.getProperty("project.build.outputTimestamp", "")));
        }
    }
}
