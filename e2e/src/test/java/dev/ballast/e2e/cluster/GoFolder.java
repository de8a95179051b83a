package dev.ballast.e2e.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder under {@code tools}: a go.mod that pins modules, a go.sum with their checksums, which Go verifies, and sometimes a main.go. */
record GoFolder(Path path) {
    // Kubernetes takes three to four minutes on two free cores and more on busy ones.
    private static final Duration LIMIT = Duration.ofMinutes(30);

    String name() {
        return path.getFileName().toString();
    }

    /** Version that go.mod requires of a module, as Go writes it ({@code v1.2.3}). */
    String version(String module) throws IOException {
        Matcher line = Pattern.compile("^(?:require)?\\s*" + Pattern.quote(module) + " (v\\S+)", Pattern.MULTILINE)
                .matcher(Files.readString(path.resolve("go.mod")));
        if (!line.find()) {
            throw new IllegalStateException(path + " requires no " + module);
        }
        return line.group(1);
    }

    /** Where Go keeps the sources of a module that go.mod requires; downloaded and verified if they are not there yet. */
    Path sources(String module) throws IOException, InterruptedException {
        Finished downloaded = go(List.of("mod", "download", "-json", module));
        return Path.of(
                new ObjectMapper().readTree(downloaded.stdout()).path("Dir").asText());
    }

    /** Stable over machines: twelve hex digits over go.mod, go.sum, a main.go if there is one, and how they are used. */
    String key(List<String> use) throws IOException {
        MessageDigest digest = sha256();
        digest.update(Files.readAllBytes(path.resolve("go.mod")));
        digest.update(Files.readAllBytes(path.resolve("go.sum")));
        Path main = path.resolve("main.go");
        if (Files.exists(main)) {
            digest.update(Files.readAllBytes(main));
        }
        digest.update(String.join("\0", use).getBytes(UTF_8));
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    /** Runs {@code go ARGUMENTS} here. */
    Finished go(List<String> arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("go"));
        words.addAll(arguments);
        Map<String, String> environment = Map.of("CGO_ENABLED", "0", "GOWORK", "off");
        return new Command(words, path, environment, LIMIT)
                .run("")
                .orThrow("`" + String.join(" ", words) + "` in " + path);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
