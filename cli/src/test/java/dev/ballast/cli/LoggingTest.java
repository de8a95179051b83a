package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoggingTest {
    /** Stands where an ordinary program would be: a process of its own, since a library is chosen once. */
    static final class Logs {
        private Logs() {}

        public static void main(String[] args) {
            Logging.choose(args);
            org.slf4j.LoggerFactory.getLogger("shop").warn("lost {}", "the lease", new IllegalStateException("gone"));
            org.slf4j.LoggerFactory.getLogger("shop").debug("nobody asked");
        }
    }

    @Test
    void onlyTheReconcilerLogs() {
        assertThat(Logging.provider("reconcile", "--namespace", "backup"))
                .isEqualTo("ch.qos.logback.classic.spi.LogbackServiceProvider");
        assertThat(Logging.provider("validate", "reconcile")).isEqualTo("org.slf4j.nop.NOPServiceProvider");
        assertThat(Logging.provider()).isEqualTo("org.slf4j.nop.NOPServiceProvider");
    }

    @Test
    void aLogIsOneJsonObjectALine() throws Exception {
        List<String> lines = run("reconcile").lines().toList();
        assertThat(lines).hasSize(1);
        JsonNode line = new JsonMapper().readTree(lines.get(0));
        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("loggerName").asText()).isEqualTo("shop");
        assertThat(line.path("formattedMessage").asText()).isEqualTo("lost the lease");
        assertThat(line.path("throwable").path("message").asText()).isEqualTo("gone");
        assertThat(line.path("timestamp").isNumber()).isTrue();
    }

    @Test
    void allOtherCommandsAreSilent() throws Exception {
        assertThat(run("validate")).isEmpty();
    }

    private static String run(String command) throws Exception {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Logs.class.getName(), command));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
