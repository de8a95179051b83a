package dev.ballast.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/report");

    @ParameterizedTest
    @EnumSource
    void everyFormatLooksAsItsGoldenFile(Samples sample) throws IOException {
        Path folder = GOLDEN.resolve(sample.folder());
        Map<String, String> made = render(sample);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(folder);
            for (var file : made.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            fail("golden files rewritten: " + folder);
        }
        assertThat(read(folder)).isEqualTo(made);
    }

    private static Map<String, String> render(Samples sample) {
        var made = new TreeMap<String, String>();
        Validation validation = sample.validation();
        ReportOptions options = Samples.options();
        for (ReportFormat format : ReportFormat.values()) {
            made.put(file(format), format.render(validation, options));
        }
        made.put("coloured.txt", TextReport.render(validation, true));
        return made;
    }

    private static String file(ReportFormat format) {
        return format.word()
                + switch (format) {
                    case TEXT, GITHUB -> ".txt";
                    case JSON, SARIF, GITLAB -> ".json";
                    case JUNIT -> ".xml";
                };
    }

    private static Map<String, String> read(Path folder) throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (Path file : files.collect(Collectors.toList())) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return found;
    }
}
