package dev.ballast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.DidYouMean;
import dev.ballast.report.ReportEnvelope;
import dev.ballast.schema.Kind;
import dev.ballast.schema.Schemas;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast schema}. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a kind, or writes those of all kinds.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast schema BackupPolicy",
            "  ballast schema BackupPolicy --draft-07",
            "  ballast schema --output-dir schemas/"
        })
final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "KIND", arity = "0..1", description = "A kind, for example BackupPolicy.")
    private @Nullable String kind;

    @Option(names = "--draft-07", description = "The form for editors that know no newer draft than 07.")
    private boolean draft07;

    @Option(names = "--output-dir", paramLabel = "DIR", description = "Write KIND.schema.json for every kind here.")
    private @Nullable Path outputDir;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var schemas = new Schemas();
        if (outputDir != null) {
            Path folder = console.folder().resolve(outputDir);
            for (Kind each : Kind.values()) {
                SafeFiles.write(folder.resolve(each.word() + ".schema.json"), text(schemas, each));
            }
            return Exit.OK;
        }
        if (kind == null) {
            Kind.words().forEach(console.out()::println);
            return Exit.OK;
        }
        console.out().print(text(schemas, kind(kind)));
        return Exit.OK;
    }

    private String text(Schemas schemas, Kind of) {
        JsonNode schema = draft07 ? schemas.draft07(of) : schemas.bundled(of);
        return ReportEnvelope.text(schema);
    }

    private static Kind kind(String word) {
        return Kind.of(word)
                .orElseThrow(() -> new CannotRun("there is no kind `%s`%s"
                        .formatted(
                                word,
                                DidYouMean.closest(word, Kind.words())
                                        .map("; did you mean `%s`?"::formatted)
                                        .orElse("; there are " + String.join(", ", Kind.words())))));
    }
}
