package dev.ballast.compile;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceFile;
import dev.ballast.source.SourceReader;
import dev.ballast.source.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A text put through the whole pipeline, all environments, for tests.
 *
 * @param diagnostics in the order in which they are shown
 */
public record CheckedText(Checked checked, Sources sources, List<Diagnostic> diagnostics) {
    /** The instant that tests take for now. */
    public static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");

    public static CheckedText of(String text) {
        return of(text, Map.of());
    }

    /** With the labels of the cluster's namespaces. */
    public static CheckedText of(String text, Map<String, Map<String, String>> namespaces) {
        var read = SourceReader.read("case.yaml", text, Limits.DEFAULT);
        SourceFile file = read.value().orElseGet(() -> new SourceFile("case.yaml", text, List.of()));
        var sources = Sources.of(List.of(file));
        Checked checked = Checker.of(
                        file.documents().stream().filter(Checker::isOurs).toList())
                .check(environment -> true, namespaces, AT);
        var all = new ArrayList<>(read.diagnostics());
        all.addAll(checked.diagnostics());
        return new CheckedText(checked, sources, sources.inOrder(all));
    }

    /** One finding as goldens show it: {@code line:column severity rule: message}, then help and related places, indented. */
    public String show(Diagnostic diagnostic) {
        var text = new StringBuilder();
        text.append("%s %s %s: %s\n"
                .formatted(
                        position(diagnostic.place()),
                        diagnostic.severity().word(),
                        diagnostic.rule(),
                        diagnostic.message()));
        if (diagnostic.environment() != null) {
            text.append("  in: ").append(diagnostic.environment()).append('\n');
        }
        if (diagnostic.help() != null) {
            text.append("  help: ").append(diagnostic.help()).append('\n');
        }
        diagnostic
                .related()
                .forEach(related -> text.append("  %s %s\n".formatted(position(related.place()), related.message())));
        return text.toString();
    }

    private String position(dev.ballast.diagnostic.Place place) {
        return sources.region(place)
                .map(region -> "%d:%d".formatted(region.line(), region.column()))
                .orElse(place.source());
    }
}
