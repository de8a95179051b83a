package dev.ballast.cli;

import dev.ballast.cost.Calibration;
import dev.ballast.cost.CalibrationFile;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportFormat;
import dev.ballast.report.ReportOptions;
import dev.ballast.report.Summary;
import dev.ballast.report.Validation;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceFile;
import dev.ballast.source.SourceReader;
import dev.ballast.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What was measured of the data of policies, from a file. */
final class CalibrationOption {
    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description = "Measured sizes and changes, as 'ballast drift --calibration' writes them; they hold "
                    + "instead of what policies declare.")
    private @Nullable Path file;

    /**
     * What was measured; nothing where no file was named.
     *
     * @throws CannotRun when the file is not right; its findings were shown
     */
    Calibration read(Console console) {
        if (file == null) {
            return Calibration.NOTHING;
        }
        Outcome<SourceFile> source =
                SourceReader.read(file.toString(), bytes(console.folder().resolve(file)), Limits.DEFAULT);
        Outcome<Calibration> read = source.then(CalibrationOption::calibration);
        return read.value().orElseThrow(() -> {
            report(read.diagnostics(), source.value().map(List::of).orElse(List.of()), console);
            return new CannotRun("`%s` is not right, so nothing is measured".formatted(file));
        });
    }

    private static Outcome<Calibration> calibration(SourceFile source) {
        List<Document> documents = source.documents();
        return documents.size() == 1
                ? CalibrationFile.read(documents.get(0))
                : Outcome.failed(Diagnostic.error(
                        "schema.empty",
                        new Place.Whole(source.name()),
                        "a calibration is one document, not %d".formatted(documents.size())));
    }

    private byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new CannotRun("`%s` cannot be read: %s".formatted(file, Reasons.of(e)), e);
        }
    }

    private void report(List<Diagnostic> diagnostics, List<SourceFile> files, Console console) {
        var findings = new Findings(diagnostics, Sources.of(files));
        var summary = Summary.of(1, 1, 0, 0, 0, diagnostics);
        var validation = new Validation(
                findings,
                summary,
                List.of(String.valueOf(file)),
                null,
                console.clock().instant());
        var options = new ReportOptions(console.colourErr(), Severity.ERROR, Version.TEXT, Map.of(), null);
        console.err().print(ReportFormat.TEXT.render(validation, options));
    }
}
