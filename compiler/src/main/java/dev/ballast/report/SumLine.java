package dev.ballast.report;

import java.util.StringJoiner;

/** The last line of a text: what was found, in how much; what is zero goes unsaid. */
final class SumLine {
    private SumLine() {}

    static String of(Summary summary) {
        return found(summary) + read(summary) + aside(summary);
    }

    private static String found(Summary summary) {
        var found = new StringJoiner(", ").setEmptyValue("nothing found");
        add(found, summary.errors(), "error");
        add(found, summary.warnings(), "warning");
        add(found, summary.notes(), "note");
        return found.toString();
    }

    private static String read(Summary summary) {
        String policies = summary.policies() == 1 ? "1 policy" : summary.policies() + " policies";
        return " in %s (%s, %s)"
                .formatted(
                        Words.count(summary.files(), "file"), Words.count(summary.documents(), "document"), policies);
    }

    private static String aside(Summary summary) {
        var aside = new StringBuilder();
        if (summary.passedOver() == 1) {
            aside.append("; 1 document of another kind passed over");
        } else if (summary.passedOver() > 1) {
            aside.append("; %d documents of other kinds passed over".formatted(summary.passedOver()));
        }
        if (summary.suppressed() > 0) {
            aside.append("; " + Words.count(summary.suppressed(), "finding") + " suppressed by exceptions");
        }
        return aside.toString();
    }

    private static void add(StringJoiner found, int number, String noun) {
        if (number > 0) {
            found.add(Words.count(number, noun));
        }
    }
}
