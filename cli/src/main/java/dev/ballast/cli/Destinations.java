package dev.ballast.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/** Where the forms of a report go, by the values of {@code -o FORMAT[=FILE]}. */
final class Destinations {
    private Destinations() {}

    /**
     * Looks at them before any work is done: two forms in one place would be one form, or none that can be read.
     *
     * @throws CannotRun for a file without a name, and for two forms to one file or to standard output
     */
    static void check(List<String> outputs) {
        var places = new HashSet<Path>();
        boolean printed = false;
        for (String output : outputs) {
            int equals = output.indexOf('=');
            String file = equals < 0 ? "" : output.substring(equals + 1);
            if (equals >= 0 && file.isBlank()) {
                throw new CannotRun("`%s` names no file; write `%sFILE`".formatted(output, output.strip()));
            }
            if (equals < 0 && printed) {
                throw new CannotRun(
                        "only one form can be printed; give the others a file: `%s=FILE`".formatted(output));
            }
            if (equals >= 0 && !places.add(Path.of(file).normalize())) {
                throw new CannotRun("`%s` is named for two forms; only one can be in it".formatted(file));
            }
            printed |= equals < 0;
        }
    }
}
