package dev.ballast.ci;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What came of a program.
 *
 * @param exit exit code
 * @param out standard output and standard error, as one stream
 */
record Shell(int exit, String out) {
    /** Runs a program in a folder, with nothing in its environment but what is given and what programs need. */
    static Shell run(Path folder, Map<String, String> environment, List<String> words) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
            builder.redirectOutput(out.toFile());
            String path = System.getenv("PATH");
            builder.environment().clear();
            builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
            builder.environment().put("HOME", System.getProperty("user.home"));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(words + " takes too long");
            }
            String text = Files.readString(out, StandardCharsets.UTF_8);
            Files.delete(out);
            return new Shell(process.exitValue(), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs Git, which must succeed. */
    static String git(Path folder, String... words) {
        var all = new java.util.ArrayList<>(
                List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"));
        all.addAll(List.of(words));
        Shell shell = run(folder, Map.of(), all);
        if (shell.exit() != 0) {
            throw new IllegalStateException(all + ": " + shell.out());
        }
        return shell.out().strip();
    }

    static boolean has(String program) {
        return run(Path.of("."), Map.of(), List.of("sh", "-c", "command -v " + program))
                        .exit()
                == 0;
    }
}
