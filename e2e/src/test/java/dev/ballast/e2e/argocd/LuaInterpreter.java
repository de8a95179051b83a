package dev.ballast.e2e.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.e2e.cluster.ArgoCdLua;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Argo CD's own interpreter with what {@code ballast argocd customizations} prints. */
record LuaInterpreter(ArgoCdLua program) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Something to be asked about an object.
     *
     * @param ask {@code health}, {@code discovery} or {@code action}
     * @param action name of the action, else empty
     */
    record Question(String ask, String action, JsonNode object) {
        private ObjectNode json() {
            ObjectNode json =
                    JsonNodeFactory.instance.objectNode().put("ask", ask).put("action", action);
            json.set("object", object);
            return json;
        }
    }

    /** What an action makes of an object: a list of operations. */
    JsonNode action(JsonNode object, String name) throws IOException, InterruptedException {
        return ask(List.of(new Question("action", name, object))).get(0);
    }

    /** One answer for each question. */
    List<JsonNode> ask(List<Question> questions) throws IOException, InterruptedException {
        String asked =
                JSON.writeValueAsString(questions.stream().map(Question::json).toList());
        List<JsonNode> answers = new ArrayList<>();
        for (JsonNode answer : JSON.readTree(program.ask(asked))) {
            if (!answer.path("error").asText().isEmpty()) {
                throw new IllegalStateException(answer.path("error").asText());
            }
            answers.add(answer.path("result"));
        }
        return answers;
    }
}
