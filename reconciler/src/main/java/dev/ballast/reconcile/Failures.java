package dev.ballast.reconcile;

import io.fabric8.kubernetes.client.KubernetesClientException;

/** What a server said, in one line. */
final class Failures {
    private Failures() {}

    static String text(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KubernetesClientException refused && refused.getStatus() != null) {
                return "the API server says %d: %s"
                        .formatted(refused.getCode(), refused.getStatus().getMessage());
            }
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
