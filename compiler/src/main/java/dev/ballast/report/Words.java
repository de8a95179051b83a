package dev.ballast.report;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Region;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Phrases that several formats share. */
final class Words {
    private Words() {}

    /** {@code file:line:column}, or as much of it as is known; for an object that is no text the pointer. */
    static String where(Spot spot) {
        Region region = spot.region();
        if (region != null) {
            return "%s:%d:%d".formatted(spot.source(), region.line(), region.column());
        }
        return spot.pointer() == null || spot.pointer().isEmpty()
                ? spot.source()
                : spot.source() + " at " + spot.pointer();
    }

    /** The message; the help and the scope each on a line of its own. */
    static String paragraph(Diagnostic diagnostic) {
        var lines = new StringJoiner("\n").add(diagnostic.message());
        String help = diagnostic.help();
        if (help != null) {
            lines.add("help: " + help);
        }
        String scope = scope(diagnostic);
        if (scope != null) {
            lines.add("in: " + scope);
        }
        return lines.toString();
    }

    /** The policy and environment that a finding is about, as far as it is about any. */
    static @Nullable String scope(Diagnostic diagnostic) {
        var about = new StringJoiner(", ");
        if (diagnostic.policy() != null) {
            about.add("policy `" + diagnostic.policy() + "`");
        }
        if (diagnostic.environment() != null) {
            about.add("environment `" + diagnostic.environment() + "`");
        }
        return about.length() == 0 ? null : about.toString();
    }

    /** {@code 1 error}, {@code 2 errors}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
