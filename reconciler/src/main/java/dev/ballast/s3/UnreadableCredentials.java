package dev.ballast.s3;

/** The file with credentials cannot be read; the message says why. */
public final class UnreadableCredentials extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableCredentials(String message, Throwable cause) {
        super(message, cause);
    }
}
