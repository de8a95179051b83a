package dev.ballast.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Values of {@code -o FORMAT[=FILE]}: a report may go to several places in several forms. */
final class Outputs {
    private Outputs() {}

    /**
     * Writes a report in every form that was asked for; nothing is written when one of the forms is unknown.
     *
     * @param asked words with or without a file
     * @param formats what makes the report, by word, in the order in which a message lists them
     * @throws CannotRun for a form that there is not
     */
    static void write(List<String> asked, Map<String, Supplier<String>> formats, Console console) {
        record Output(Supplier<String> report, String file) {}
        var outputs = new ArrayList<Output>();
        for (String output : asked) {
            int equals = output.indexOf('=');
            String word = (equals < 0 ? output : output.substring(0, equals)).toLowerCase(Locale.ROOT);
            Supplier<String> report = formats.get(word);
            if (report == null) {
                throw new CannotRun("there is no output format `%s` here; there are %s"
                        .formatted(word, String.join(", ", formats.keySet())));
            }
            outputs.add(new Output(report, equals < 0 ? "" : output.substring(equals + 1)));
        }
        for (Output output : outputs) {
            if (output.file().isEmpty()) {
                console.out().print(output.report().get());
            } else {
                SafeFiles.write(
                        console.folder().resolve(Path.of(output.file())),
                        output.report().get());
            }
        }
    }
}
