package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The interpreter in which Argo CD runs health checks and actions, for a given {@code argocd-cm}; each time a process of its own.
 *
 * @param program under the name by which it knows what to be
 * @param settings file with the ConfigMap
 */
public record ArgoCdLua(Path program, Path settings) {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    static ArgoCdLua in(Path folder, Path argoCd, String settings) throws IOException {
        Path program = Files.createSymbolicLink(folder.resolve("argocd-lua"), argoCd);
        return new ArgoCdLua(program, Files.writeString(folder.resolve("argocd-cm.yaml"), settings));
    }

    /** Answers to questions, both as JSON lists. */
    public String ask(String questions) throws IOException, InterruptedException {
        List<String> words = List.of(program.toString(), settings.toString());
        return new Command(words, Path.of("").toAbsolutePath(), Map.of(), LIMIT)
                .run(questions)
                .orThrow("running Lua")
                .stdout();
    }
}
