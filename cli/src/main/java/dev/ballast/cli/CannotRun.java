package dev.ballast.cli;

/** A command cannot be run as asked; the message says why, and what would work. Ends with exit code 2. */
final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotRun(String message) {
        super(message);
    }

    CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
