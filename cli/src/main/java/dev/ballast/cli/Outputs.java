package dev.ballast.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Values of {@code -o FORMAT[=FILE]}: a report may go to several places in several forms. */
final class Outputs {
    private Outputs() {}

    /**
     * One form in one place.
     *
     * @param file empty for standard output
     */
    record Output(String form, String file) {
        boolean isStandard() {
            return file.isEmpty();
        }
    }

    /**
     * What was asked for, looked at before any work is done.
     *
     * @param asked words with or without a file
     * @param forms that there are, in the order in which a message lists them
     * @throws CannotRun for a form that there is not, or for two in one place
     */
    static List<Output> read(List<String> asked, Collection<String> forms) {
        Destinations.check(asked);
        var outputs = new ArrayList<Output>();
        for (String output : asked) {
            int equals = output.indexOf('=');
            String form = (equals < 0 ? output : output.substring(0, equals)).toLowerCase(Locale.ROOT);
            if (!forms.contains(form)) {
                throw new CannotRun(
                        "there is no output format `%s` here; there are %s".formatted(form, String.join(", ", forms)));
            }
            outputs.add(new Output(form, equals < 0 ? "" : output.substring(equals + 1)));
        }
        return outputs;
    }

    /** Writes every form; none of them when one cannot be made. */
    static void write(List<Output> outputs, Function<Output, String> report, Console console) {
        List<String> texts = outputs.stream().map(report).toList();
        for (int i = 0; i < texts.size(); i++) {
            Output output = outputs.get(i);
            if (output.isStandard()) {
                console.out().print(texts.get(i));
            } else {
                SafeFiles.write(console.folder().resolve(Path.of(output.file())), texts.get(i));
            }
        }
    }

    /** Reads what was asked for, and writes it. */
    static void write(List<String> asked, Map<String, Supplier<String>> forms, Console console) {
        write(
                read(asked, forms.keySet()),
                output -> {
                    Supplier<String> report = forms.get(output.form());
                    if (report == null) {
                        throw new IllegalStateException("read lets only known forms through");
                    }
                    return report.get();
                },
                console);
    }
}
