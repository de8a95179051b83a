package dev.ballast.trial;

import dev.ballast.report.Xml;
import java.util.List;
import java.util.stream.Collectors;

/** Trials as JUnit XML: one suite, one case for each test and environment, with at most one failure, as CI servers read it. */
public final class TrialJunit {
    private TrialJunit() {}

    /** The whole document. */
    public static String of(List<Trial> trials) {
        long failures = trials.stream().filter(trial -> !trial.holds()).count();
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append(
                "<testsuite name=\"ballast test\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\" time=\"0\">\n"
                        .formatted(trials.size(), failures));
        trials.forEach(trial -> testcase(trial, out));
        return out.append("</testsuite>\n").toString();
    }

    private static void testcase(Trial trial, StringBuilder out) {
        String environment = trial.environment();
        String name = environment == null ? trial.test().name() : trial.test().name() + " in " + environment;
        out.append("  <testcase name=\"%s\" classname=\"%s\" time=\"0\""
                .formatted(Xml.attribute(name), Xml.attribute(trial.test().policy())));
        List<Judged> broken =
                trial.statements().stream().filter(judged -> !judged.holds()).toList();
        if (broken.isEmpty()) {
            out.append("/>\n");
            return;
        }
        String first = broken.get(0).statement() + ": " + message(broken.get(0));
        String headline = broken.size() == 1 ? first : "%s (and %d more)".formatted(first, broken.size() - 1);
        out.append(">\n    <failure type=\"%s\" message=\"%s\">%s</failure>\n  </testcase>\n"
                .formatted(broken.get(0).statement(), Xml.attribute(headline), Xml.text(text(broken))));
    }

    private static String text(List<Judged> broken) {
        return broken.stream()
                .map(judged -> "%s: expected %s, found %s: %s\n%s"
                        .formatted(
                                judged.statement(), judged.expected(), judged.found(), message(judged), rows(judged)))
                .collect(Collectors.joining("\n"));
    }

    private static String message(Judged judged) {
        Judged.Breach breach = judged.breach();
        return breach == null ? "" : breach.message();
    }

    private static String rows(Judged judged) {
        Judged.Breach breach = judged.breach();
        return breach == null || breach.timeline().isEmpty() ? "" : TrialText.timeline(breach.timeline(), "  ");
    }
}
