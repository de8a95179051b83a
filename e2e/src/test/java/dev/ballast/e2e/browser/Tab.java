package dev.ballast.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** One tab of a {@link Browser}. */
public final class Tab implements AutoCloseable {
    private static final int VIEWPORT_HEIGHT = 900;

    private final DevTools tools;
    private final String target;
    private final String session;

    Tab(DevTools tools, String target, String session) {
        this.tools = tools;
        this.target = target;
        this.session = session;
        call("Page.enable", parameters());
        call("Runtime.enable", parameters());
        call("Log.enable", parameters());
    }

    /** Whether the user prefers light or dark pages. */
    public enum Scheme {
        LIGHT,
        DARK;

        /** As in the media feature. */
        public String word() {
            return this == LIGHT ? "light" : "dark";
        }
    }

    /** How wide the window is, in CSS pixels, and what its user prefers. */
    public void look(int width, Scheme scheme) {
        call(
                "Emulation.setDeviceMetricsOverride",
                parameters()
                        .put("width", width)
                        .put("height", VIEWPORT_HEIGHT)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", width < 600));
        ObjectNode media = parameters();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme.word());
        call("Emulation.setEmulatedMedia", media);
    }

    /** Shows a file, and waits until it is loaded. */
    public void open(Path file) throws InterruptedException {
        long before = loads();
        call("Page.navigate", parameters().put("url", file.toUri().toString()));
        long end = System.nanoTime() + 30_000_000_000L;
        while (loads() == before) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(file + " is not loaded after 30 seconds");
            }
            Thread.sleep(10);
        }
    }

    private long loads() {
        return tools.events(session).stream()
                .filter(event -> event.path("method").asText().equals("Page.loadEventFired"))
                .count();
    }

    /**
     * What a JavaScript expression comes to, as JSON. It runs beside the page, not in it: the page's Content-Security-Policy does not
     * hold for it.
     */
    public JsonNode evaluate(String expression) {
        JsonNode result = call(
                "Runtime.evaluate", parameters().put("expression", expression).put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.path("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    /** What a user would see in red in the console: errors, and whatever the Content-Security-Policy refused. */
    public List<String> complaints() {
        return tools.events(session).stream()
                .filter(event -> List.of("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")
                        .contains(event.path("method").asText()))
                .map(event -> event.path("params").toString())
                .toList();
    }

    /** The whole page, from top to bottom, as PNG. */
    public byte[] picture() {
        JsonNode size = call("Page.getLayoutMetrics", parameters()).path("cssContentSize");
        return picture(size.path("width").asInt(), size.path("height").asInt());
    }

    /** The top left of the page as PNG, at a size in CSS pixels. */
    public byte[] picture(int width, int height) {
        ObjectNode shot = parameters().put("format", "png").put("captureBeyondViewport", true);
        shot.putObject("clip")
                .put("x", 0)
                .put("y", 0)
                .put("width", width)
                .put("height", height)
                .put("scale", 1);
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", shot).path("data").asText());
    }

    @Override
    public void close() {
        tools.call("", "Target.closeTarget", parameters().put("targetId", target));
    }

    private JsonNode call(String method, JsonNode parameters) {
        return tools.call(session, method, parameters);
    }

    private static ObjectNode parameters() {
        return JsonNodeFactory.instance.objectNode();
    }
}
