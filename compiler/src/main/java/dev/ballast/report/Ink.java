package dev.ballast.report;

import dev.ballast.diagnostic.Severity;

/** ANSI colours, or none. */
record Ink(boolean colour) {
    String severity(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> paint("1;31", text);
            case WARNING -> paint("1;33", text);
            case NOTE -> paint("1;36", text);
        };
    }

    String bold(String text) {
        return paint("1", text);
    }

    /** What surrounds an excerpt. */
    String frame(String text) {
        return paint("34", text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
