package dev.ballast.cli;

import dev.ballast.compile.Checked;
import dev.ballast.compile.Checker;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.PriceBook;
import dev.ballast.price.BuiltInBook;
import dev.ballast.report.ReportFormat;
import dev.ballast.report.ReportOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Price books that are named, and what is found about price books. */
final class PriceFiles {
    /** Instead of a file: the book that ships with Ballast. */
    static final String BUILT_IN = "builtin";

    /** Findings of these categories are about price books, or about files that may be some. */
    private static final List<String> CATEGORIES = List.of("price.", "schema.", "source.", "yaml.");

    private static final List<String> RULES = List.of("reference.unknown-price", "reference.duplicate-name");

    private PriceFiles() {}

    /** The books in a file or folder, or the built-in one. */
    static List<PriceBook> readOrBuiltIn(String name, Console console) {
        return name.equals(BUILT_IN) ? List.of(BuiltInBook.get()) : read(Path.of(name), console);
    }

    /**
     * The books in a file or folder.
     *
     * @throws CannotRun when there is none, or one that is not right; its findings were shown
     */
    static List<PriceBook> read(Path path, Console console) {
        Inputs inputs = Inputs.read(List.of(path), console.in());
        var at = console.clock().instant();
        Checked checked = Checker.of(inputs.ours()).check(environment -> true, Map.of(), at);
        Run run = about(new Run(inputs, checked, null, at));
        if (run.hasErrors()) {
            report(run, console);
            throw new CannotRun("`%s` is not right, so it gives no prices".formatted(path));
        }
        List<PriceBook> books = checked.fleet().set().priceBooks();
        if (books.isEmpty()) {
            throw new CannotRun("there is no PriceBook in `%s`".formatted(path));
        }
        return books;
    }

    /** The run with the findings that are about prices only. */
    static Run about(Run run) {
        Checked all = run.checked();
        var findings = all.diagnostics().stream()
                .filter(d -> RULES.contains(d.rule()) || CATEGORIES.stream().anyMatch(d.rule()::startsWith))
                .toList();
        return new Run(run.inputs(), new Checked(all.fleet(), findings, all.suppressed()), run.environment(), run.at());
    }

    /** Shows what was found where data does not go. */
    static void report(Run run, Console console) {
        var options = new ReportOptions(console.colourErr(), Severity.ERROR, Version.TEXT, Map.of(), null);
        console.err().print(ReportFormat.TEXT.render(run.validation(), options));
    }

    /** Whether JSON is asked for. */
    static boolean isJson(String command, String output) {
        if (!List.of("text", "json").contains(output)) {
            throw new CannotRun("`%s` knows the output formats text and json, not `%s`".formatted(command, output));
        }
        return output.equals("json");
    }
}
