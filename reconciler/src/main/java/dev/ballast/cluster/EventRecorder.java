package dev.ballast.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what happens to an object as Kubernetes events. The same thing is one event with a count, written again only after a while. An event
 * that cannot be written is lost: nothing else must wait for it.
 */
public final class EventRecorder {
    /** Longer texts are cut, as {@code events.k8s.io} demands. */
    private static final int LONGEST = 1024;

    /** The same thing is told again after so long. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    /** More different ones than this at once are forgotten, and begin to count anew. */
    private static final int REMEMBERED = 10_000;

    private static final Watched EVENTS = new Watched("", "v1", "Event", "events", true, null);
    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);

    private final Applier applier;
    private final String namespace;
    private final String component;
    private final Clock clock;
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    public EventRecorder(Applier applier, String namespace, String component, Clock clock) {
        this.applier = applier;
        this.namespace = namespace;
        this.component = component;
        this.clock = clock;
    }

    /** What an event is about. */
    public record Subject(String apiVersion, String kind, String name, String uid) {}

    private record Told(int count, Instant first, Instant last) {}

    /** Tells something about an object. */
    public void record(Subject subject, boolean warning, String reason, String text) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String name = name(subject, reason, text);
        Told before = told.get(name);
        if (before != null && before.last.plus(AGAIN).isAfter(at)) {
            return;
        }
        if (told.size() >= REMEMBERED) {
            told.clear();
        }
        Told now = before == null ? new Told(1, at, at) : new Told(before.count + 1, before.first, at);
        told.put(name, now);
        try {
            applier.apply(EVENTS, event(name, subject, warning, reason, text, now));
        } catch (RuntimeException lost) {
            LOG.warn("an event is lost: {} {} {}", subject.name(), reason, text, lost);
        }
    }

    private ObjectNode event(String name, Subject subject, boolean warning, String reason, String text, Told now) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("apiVersion", "v1").put("kind", "Event");
        event.putObject("metadata").put("name", name).put("namespace", namespace);
        event.putObject("involvedObject")
                .put("apiVersion", subject.apiVersion())
                .put("kind", subject.kind())
                .put("namespace", namespace)
                .put("name", subject.name())
                .put("uid", subject.uid());
        event.put("type", warning ? "Warning" : "Normal")
                .put("reason", reason)
                .put("message", text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…")
                .put("count", now.count)
                .put("firstTimestamp", now.first.toString())
                .put("lastTimestamp", now.last.toString());
        event.putObject("source").put("component", component);
        return event;
    }

    /** The same for the same thing, whoever tells it, so that it is one event after a restart too. */
    private static String name(Subject subject, String reason, String text) {
        var sum = new CRC32();
        sum.update((subject.uid() + '\n' + reason + '\n' + text).getBytes(StandardCharsets.UTF_8));
        return subject.name() + "." + HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
