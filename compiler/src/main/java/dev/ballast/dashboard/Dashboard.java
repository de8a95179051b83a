package dev.ballast.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * A dashboard, as Grafana's published schema has it. It names no data source: one is chosen where it is looked at.
 *
 * @param schemaVersion of Grafana 10.4; later ones read it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dashboard(
        String uid,
        String title,
        String description,
        List<String> tags,
        String timezone,
        boolean editable,
        int graphTooltip,
        String refresh,
        Range time,
        int schemaVersion,
        Templating templating,
        List<Panel> panels) {
    private static final int SCHEMA = 39;

    /** What is looked at. */
    record Range(String from, String to) {}

    record Templating(List<Variable> list) {}

    /** The one that ships. */
    public static Dashboard ofPolicies() {
        var panels = new ArrayList<>(Overview.panels());
        panels.addAll(PolicyRow.panels());
        return new Dashboard(
                "ballast-policies",
                "Ballast",
                "Backups of each policy: what can be restored, how old it is, and what it costs.",
                List.of("ballast", "backup", "velero"),
                "browser",
                true,
                1,
                "5m",
                new Range("now-30d", "now"),
                SCHEMA,
                new Templating(Variable.ALL),
                List.copyOf(panels));
    }

    /** As a file: two spaces, LF at the end of each line. */
    public String json() {
        var indenter = new DefaultIndenter("  ", "\n");
        try {
            return new JsonMapper()
                            .writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(indenter)
                                    .withArrayIndenter(indenter))
                            .writeValueAsString(this)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that we made cannot be written", e);
        }
    }
}
