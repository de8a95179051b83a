package dev.ballast.e2e.proxy;

/**
 * A request that was answered.
 *
 * @param status of HTTP
 * @param by who answered: the server, or the proxy itself
 * @param begun when it came, in ns of {@link System#nanoTime()}
 * @param answered when the answer began, likewise
 */
public record Exchange(Request request, int status, By by, long begun, long answered) {
    /** Who answered. */
    public enum By {
        SERVER,
        PROXY
    }
}
