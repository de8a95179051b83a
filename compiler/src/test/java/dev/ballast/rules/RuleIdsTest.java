package dev.ballast.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of all modules can report is what the catalogue has pages for. */
class RuleIdsTest {
    private static final String ID = "[a-z0-9]+(?:-[a-z0-9]+)*\\.[a-z0-9]+(?:-[a-z0-9]+)*";
    private static final Pattern LITERAL = Pattern.compile("\"(" + ID + ")\"");
    /** The first argument of what makes a finding, on this line or the next. */
    private static final Pattern REPORTED = Pattern.compile(
            "(?:Diagnostic\\s*\\.(?:error|warning|note)|reading\\.error|exceeded)\\(\\s*\"(" + ID + ")\"");
    /** Rules that conditions of the schemas name. */
    private static final Pattern CONDITION = Pattern.compile("\"x-rule\": \"(" + ID + ")\"");

    @Test
    void everyIdThatIsReportedHasAPage() throws IOException {
        var reported = new TreeSet<>(found(REPORTED, ".java"));
        reported.addAll(found(CONDITION, ".json"));
        assertThat(reported).hasSizeGreaterThan(30);
        assertThat(Catalogue.pagesById().keySet()).containsAll(reported);
    }

    /** Also ids that are passed on by a method of their own are seen here, by their category. */
    @Test
    void everyLiteralThatLooksLikeAnIdHasAPage() throws IOException {
        Set<String> categories = Catalogue.pagesById().keySet().stream()
                .map(id -> id.substring(0, id.indexOf('.') + 1))
                .collect(Collectors.toSet());
        Set<String> literals = found(LITERAL, ".java").stream()
                .filter(id -> categories.contains(id.substring(0, id.indexOf('.') + 1)))
                // The API group of Velero, and rules about Velero.
                .filter(id -> !id.equals("velero.io"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(literals).isEqualTo(Catalogue.pagesById().keySet());
    }

    @Test
    void everyPageIsOfARuleOrAFinding() throws IOException {
        Set<String> listed =
                ReadingFindings.ALL.stream().map(ReadingFindings.Finding::id).collect(Collectors.toSet());
        Set<String> pages = files(Path.of("src/main/java/dev/ballast/rules"), ".md")
                .map(file -> file.getFileName().toString().replace(".md", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> classes = Catalogue.RULES.stream()
                .map(rule -> rule.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        classes.addAll(listed);
        assertThat(pages).isEqualTo(classes);
    }

    private static Set<String> found(Pattern pattern, String suffix) throws IOException {
        var ids = new TreeSet<String>();
        for (Path file : sources(suffix)) {
            pattern.matcher(Files.readString(file)).results().forEach(hit -> ids.add(hit.group(1)));
        }
        return ids;
    }

    /** The main sources of all modules; the list of the catalogue itself proves nothing. */
    private static List<Path> sources(String suffix) throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.map(module -> module.resolve("src/main"))
                    .filter(Files::isDirectory)
                    .flatMap(main -> files(main, suffix))
                    .filter(file -> !file.endsWith("ReadingFindings.java"))
                    .toList();
        }
    }

    private static Stream<Path> files(Path folder, String suffix) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(suffix)).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
