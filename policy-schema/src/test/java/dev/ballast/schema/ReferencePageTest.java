package dev.ballast.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferencePageTest {
    private static final Path PAGES = Path.of("../docs/reference");

    private final Schemas schemas = new Schemas();

    @ParameterizedTest
    @EnumSource
    void equals_the_page_in_the_repository(Kind kind) {
        Golden.check(PAGES.resolve(file(kind)), ReferencePage.render(schemas, kind));
    }

    @Test
    void there_is_a_page_for_each_kind_and_no_other() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(Kind.values())
                            .map(ReferencePageTest::file)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_link_leads_to_a_section_and_every_section_is_linked(Kind kind) {
        String page = ReferencePage.render(schemas, kind);
        var sections = new TreeSet<>(found("(?m)^## (.+)$", page));
        sections.removeIf(section -> section.equals("metadata") || section.equals("spec"));
        var links = new TreeSet<>(found("\\[`([^`]+)`]\\(#", page));
        links.remove("spec");
        assertThat(links).isEqualTo(sections);
    }

    @ParameterizedTest
    @EnumSource
    void every_example_on_it_validates(Kind kind) {
        var validation = new SchemaValidation(schemas);
        var examples = found("(?s)```yaml\n(.*?)```", ReferencePage.render(schemas, kind));
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            for (Document document : SourceReader.read("x.yaml", example, Limits.DEFAULT)
                    .value()
                    .orElseThrow()
                    .documents()) {
                assertThat(SchemaValidation.isOurs(document)).isTrue();
                assertThat(validation.validate(document)).as(example).isEmpty();
            }
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String file(Kind kind) {
        return kind.word().toLowerCase(Locale.ROOT) + ".md";
    }
}
