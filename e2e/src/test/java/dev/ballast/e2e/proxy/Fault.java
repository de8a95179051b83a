package dev.ballast.e2e.proxy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** An answer that some requests get instead of the server's, a number of times. */
final class Fault {
    private final Predicate<Request> concerns;
    private final int status;
    private final AtomicInteger left;

    Fault(Predicate<Request> concerns, int status, int times) {
        this.concerns = concerns;
        this.status = status;
        this.left = new AtomicInteger(times);
    }

    /** Whether this request gets it; counts when it does. */
    boolean takes(Request request) {
        return concerns.test(request) && left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
    }

    int status() {
        return status;
    }

    /** As an API server writes errors. */
    String answer() {
        String reason = switch (status) {
            case 409 -> "Conflict";
            case 429 -> "TooManyRequests";
            default -> "InternalError";
        };
        String body = """
                {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"%s","code":%d,"message":"the proxy says %s"}""".formatted(reason, status, reason);
        return "HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%sConnection: close\r\n\r\n%s"
                .formatted(status, reason, body.length(), status == 429 ? "Retry-After: 1\r\n" : "", body);
    }
}
