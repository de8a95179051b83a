package dev.ballast.cluster;

/** No cluster answers, or it does not let itself be read; the message says why. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
