package dev.ballast.e2e.cluster;

/** How a program ended: its exit code (0 to 255) and all that it wrote, as UTF-8. */
public record Finished(int exit, String stdout, String stderr) {
    /** This, if the exit code is 0; otherwise an {@link IllegalStateException} that says what was tried and what was written. */
    public Finished orThrow(String what) {
        if (exit != 0) {
            throw new IllegalStateException(what + " ended with exit code " + exit + "\n" + stderr + stdout);
        }
        return this;
    }
}
