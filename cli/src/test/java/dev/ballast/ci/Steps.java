package dev.ballast.ci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A composite action, run step by step as the runner of GitHub does: expressions, outputs, outcomes, and {@code if: always()}. */
final class Steps {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *([^}]*?) *}}");

    private final JsonNode action;
    private final Path folder;
    private final Map<String, String> values = new HashMap<>();
    private final StringBuilder log = new StringBuilder();

    private Steps(Path file) throws IOException {
        action = new YAMLMapper().readTree(file.toFile());
        folder = file.toAbsolutePath().getParent() == null
                ? Path.of("/")
                : file.toAbsolutePath().resolveSibling("");
    }

    /**
     * What came of an action.
     *
     * @param failed whether the job fails
     * @param outputs outputs of the action that are not empty
     */
    record Ended(boolean failed, Map<String, String> outputs, String log, String summary) {
        RunnerLog read() {
            return RunnerLog.of(log);
        }
    }

    /** Runs an action. Environment: what the runner sets for a job. */
    static Ended run(Path file, Path workspace, Map<String, String> inputs, Map<String, String> environment)
            throws IOException {
        return new Steps(file).run(workspace, inputs, environment);
    }

    private Ended run(Path workspace, Map<String, String> inputs, Map<String, String> environment) throws IOException {
        values.put("github.token", Forge.TOKEN);
        action.path("inputs").properties().forEach(input -> {
            String given = inputs.get(input.getKey());
            values.put(
                    "inputs." + input.getKey(),
                    given == null ? evaluate(input.getValue().path("default").asText()) : given);
        });
        Path summary = Files.createTempFile("summary", ".md");
        boolean failed = false;
        for (JsonNode step : action.at("/runs/steps")) {
            String id = step.path("id").asText();
            if (failed && !step.path("if").asText().equals("always()")) {
                values.put("steps." + id + ".outcome", "skipped");
                continue;
            }
            boolean succeeded = step(step, id, workspace, environment, summary);
            values.put("steps." + id + ".outcome", succeeded ? "success" : "failure");
            failed |= !succeeded;
        }
        return new Ended(failed, outputs(), log.toString(), Files.readString(summary));
    }

    private boolean step(JsonNode step, String id, Path workspace, Map<String, String> job, Path summary)
            throws IOException {
        Path outputs = Files.createTempFile("output", ".txt");
        Map<String, String> environment = new HashMap<>(job);
        environment.put("GITHUB_ACTION_PATH", folder.toString().replaceAll("/$", ""));
        environment.put("GITHUB_OUTPUT", outputs.toString());
        environment.put("GITHUB_STEP_SUMMARY", summary.toString());
        step.path("env")
                .properties()
                .forEach(e -> environment.put(e.getKey(), evaluate(e.getValue().asText())));
        Shell ran = Shell.run(
                workspace,
                environment,
                List.of(
                        "bash",
                        "--noprofile",
                        "--norc",
                        "-eo",
                        "pipefail",
                        "-c",
                        step.path("run").asText()));
        log.append(ran.out());
        for (String line : Files.readAllLines(outputs)) {
            int equals = line.indexOf('=');
            values.put("steps.%s.outputs.%s".formatted(id, line.substring(0, equals)), line.substring(equals + 1));
        }
        return ran.exit() == 0;
    }

    private Map<String, String> outputs() {
        Map<String, String> outputs = new LinkedHashMap<>();
        action.path("outputs").properties().forEach(output -> {
            String value = evaluate(output.getValue().path("value").asText());
            if (!value.isEmpty()) {
                outputs.put(output.getKey(), value);
            }
        });
        return outputs;
    }

    private String evaluate(String text) {
        return EXPRESSION.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null && !name.matches("steps\\.[a-z]+\\.outputs\\.[a-z-]+")) {
            throw new IllegalStateException("there is nothing called " + name);
        }
        return value == null ? "" : value;
    }
}
