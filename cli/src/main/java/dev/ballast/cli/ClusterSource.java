package dev.ballast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.observed.LiveObject;
import dev.ballast.observed.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster to look at: a real one, or what was exported of one. Every method throws {@link CannotRun} when it cannot be read. */
interface ClusterSource extends AutoCloseable {
    /** Everything that drift is judged by. */
    Observed observe(String namespace, Instant at);

    /** Every object of our kinds, as it is in the cluster. */
    List<JsonNode> language(String namespace);

    /** The object that a manifest would be applied to. */
    Optional<LiveObject> live(JsonNode manifest);

    /** Labels of every namespace; empty when they are not known. */
    Map<String, Map<String, String>> namespaces();

    @Override
    void close();
}
