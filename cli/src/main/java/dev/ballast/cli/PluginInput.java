package dev.ballast.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ballast.diagnostic.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an Application asks of the plugin, in the words of the command line.
 *
 * @param words those of {@code ballast compile}
 */
record PluginInput(List<String> words) {
    private static final String PARAMETERS = "ARGOCD_APP_PARAMETERS";
    private static final String ENVIRONMENT = "ARGOCD_ENV_BALLAST_ENVIRONMENT";
    private static final String PATHS = "paths";
    private static final String ALLOW_EMPTY = "allow-empty";

    /** Parameters that are options with a value. */
    private static final List<String> VALUES = List.of("environment", "namespaces", "fail-on");

    /** All parameters. */
    static final List<String> KNOWN = List.of("environment", "namespaces", "fail-on", ALLOW_EMPTY, PATHS);

    PluginInput {
        words = List.copyOf(words);
    }

    /**
     * Reads the variables of a plugin. Argo CD does not send the defaults that a plugin announces, so all may be absent.
     *
     * @throws CannotRun when a parameter is not known, or not of its form
     */
    static PluginInput of(Map<String, String> variables) {
        Map<String, JsonNode> given = parameters(variables.getOrDefault(PARAMETERS, ""));
        List<String> words = new ArrayList<>(List.of("compile"));
        for (String name : VALUES) {
            String value = given.containsKey(name)
                    ? text(name, given.get(name))
                    : name.equals("environment") ? variables.getOrDefault(ENVIRONMENT, "") : "";
            if (!value.isEmpty()) {
                words.add("--%s=%s".formatted(name, value));
            }
        }
        if (given.containsKey(ALLOW_EMPTY) && isTrue(text(ALLOW_EMPTY, given.get(ALLOW_EMPTY)))) {
            words.add("--allow-empty");
        }
        // Whatever comes now is a path, even if it looks like an option.
        words.add("--");
        words.addAll(given.containsKey(PATHS) ? texts(given.get(PATHS)) : List.of("."));
        return new PluginInput(words);
    }

    private static Map<String, JsonNode> parameters(String json) {
        Map<String, JsonNode> given = new TreeMap<>();
        for (JsonNode parameter : read(json)) {
            String name = parameter.path("name").asText();
            if (!KNOWN.contains(name)) {
                throw new CannotRun("the plugin has no parameter `%s`; %s"
                        .formatted(
                                name,
                                DidYouMean.closest(name, KNOWN)
                                        .map("did you mean `%s`?"::formatted)
                                        .orElse("there are " + String.join(", ", KNOWN))));
            }
            given.put(name, parameter);
        }
        return given;
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new CannotRun("`%s` is no JSON: %s".formatted(PARAMETERS, e.getOriginalMessage()), e);
        }
    }

    private static String text(String name, JsonNode parameter) {
        if (!parameter.path("string").isTextual()) {
            throw new CannotRun("the parameter `%s` is a `string`".formatted(name));
        }
        return parameter.path("string").asText();
    }

    private static boolean isTrue(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new CannotRun("the parameter `%s` is `true` or `false`, not `%s`".formatted(ALLOW_EMPTY, text));
        };
    }

    private static List<String> texts(JsonNode parameter) {
        List<String> texts = new ArrayList<>();
        parameter.path("array").forEach(element -> texts.add(element.asText()));
        if (texts.isEmpty()) {
            throw new CannotRun("the parameter `%s` is an `array` with at least one path".formatted(PATHS));
        }
        // Standard input of a plugin is not the caller's.
        if (texts.contains("-")) {
            throw new CannotRun("the parameter `%s` names files and folders; `-` is neither".formatted(PATHS));
        }
        return texts;
    }
}
