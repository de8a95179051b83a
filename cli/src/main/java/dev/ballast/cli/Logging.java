package dev.ballast.cli;

/**
 * Which of the two logging libraries is used. A log is for programs that run on: `reconcile` writes one, as JSON, to standard error. All other
 * commands say what there is to say themselves, and loading a library for what libraries say would cost every start.
 */
final class Logging {
    private static final String PROPERTY = "slf4j.provider";
    private static final String VERBOSITY = "slf4j.internal.verbosity";
    private static final String NONE = "org.slf4j.nop.NOPServiceProvider";
    private static final String JSON = "ch.qos.logback.classic.spi.LogbackServiceProvider";

    private Logging() {}

    /** Chooses for a command line, before the first class that logs is loaded; what the user chose holds. */
    static void choose(String... args) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, provider(args));
        }
        if (System.getProperty(VERBOSITY) == null) {
            // Else it says on standard error which one it takes.
            System.setProperty(VERBOSITY, "WARN");
        }
    }

    static String provider(String... args) {
        return args.length > 0 && args[0].equals("reconcile") ? JSON : NONE;
    }
}
