package dev.ballast.cli;

import dev.ballast.report.ReportEnvelope;
import dev.ballast.schema.Kind;
import dev.ballast.schema.Schemas;
import java.nio.file.Path;

/** Schemas as files, for editors: draft-07, which all of them know. */
record SchemaFiles(Path folder) {
    void write() {
        var schemas = new Schemas();
        for (Kind kind : Kind.values()) {
            SafeFiles.write(folder.resolve(kind.word() + ".schema.json"), ReportEnvelope.text(schemas.draft07(kind)));
        }
    }
}
