package dev.ballast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.cluster.ClusterReader;
import dev.ballast.cluster.Connection;
import dev.ballast.cluster.Unreachable;
import dev.ballast.observed.LiveObject;
import dev.ballast.observed.Observed;
import java.io.File;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A cluster that answers. */
final class LiveCluster implements ClusterSource {
    private final Connection connection;

    private LiveCluster(Connection connection) {
        this.connection = connection;
    }

    static LiveCluster open(@Nullable File kubeconfig, @Nullable String context) {
        return new LiveCluster(orCannotRun(() -> Connection.open(kubeconfig, context)));
    }

    @Override
    public Observed observe(String namespace, Instant at) {
        return read(namespace, reader -> reader.observe(at));
    }

    @Override
    public List<JsonNode> language(String namespace) {
        return read(namespace, ClusterReader::language);
    }

    @Override
    public Optional<LiveObject> live(JsonNode manifest) {
        return read("", reader -> reader.live(manifest));
    }

    @Override
    public Map<String, Map<String, String>> namespaces() {
        return read("", ClusterReader::namespaces);
    }

    private <T> T read(String namespace, Function<ClusterReader, T> question) {
        return orCannotRun(() -> connection.read(namespace, question));
    }

    private static <T> T orCannotRun(Supplier<T> question) {
        try {
            return question.get();
        } catch (Unreachable e) {
            throw new CannotRun(e.getMessage() + "; `--from` reads exported objects instead", e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
