package dev.ballast.report;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Region;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Findings as prose: what, where, the line in question with the stretch underlined, what to do; and one line that sums up. */
final class TextReport {
    private final Findings findings;
    private final Ink ink;
    private final StringBuilder out = new StringBuilder();

    private TextReport(Findings findings, Ink ink) {
        this.findings = findings;
        this.ink = ink;
    }

    /** How a kind of place is drawn. */
    private record Pen(String arrow, String mark, UnaryOperator<String> colour) {}

    static String render(Validation validation, boolean colour) {
        var report = new TextReport(validation.findings(), new Ink(colour));
        validation.findings().diagnostics().forEach(report::finding);
        report.out.append(SumLine.of(validation.summary())).append('\n');
        return report.out.toString();
    }

    private void finding(Diagnostic diagnostic) {
        UnaryOperator<String> colour = text -> ink.severity(diagnostic.severity(), text);
        Spot main = findings.spot(diagnostic);
        List<Spot> others = diagnostic.related().stream()
                .map(r -> Spot.of(r.place(), findings.sources()))
                .toList();
        String margin = " ".repeat(numberWidth(main, others));
        out.append(colour.apply(diagnostic.severity().word() + "[" + diagnostic.rule() + "]"));
        out.append(ink.bold(": " + Cells.line(diagnostic.message()))).append('\n');
        place(margin, main, null, new Pen("-->", "^", colour));
        for (int i = 0; i < others.size(); i++) {
            place(margin, others.get(i), diagnostic.related().get(i).message(), new Pen(":::", "-", ink::frame));
        }
        footnote(margin, "help", diagnostic.help());
        footnote(margin, "in", Words.scope(diagnostic));
        out.append('\n');
    }

    private void place(String margin, Spot spot, @Nullable String label, Pen pen) {
        out.append(margin).append(ink.frame(pen.arrow())).append(' ').append(Cells.line(Words.where(spot)));
        Region region = spot.region();
        Optional<Excerpt> excerpt = Excerpt.of(spot, findings.sources());
        if (region == null || excerpt.isEmpty()) {
            out.append(label == null ? "" : ": " + Cells.line(label)).append('\n');
            return;
        }
        String bar = margin + " " + ink.frame("|");
        String number = ("%" + margin.length() + "d |").formatted(region.line());
        String text = excerpt.get().text();
        out.append('\n').append(bar).append('\n');
        out.append(ink.frame(number)).append(text.isEmpty() ? "" : " " + text).append('\n');
        out.append(bar).append(" ".repeat(1 + excerpt.get().start()));
        out.append(pen.colour().apply(underline(excerpt.get(), region, label, pen.mark())))
                .append('\n');
    }

    private static String underline(Excerpt excerpt, Region region, @Nullable String label, String mark) {
        var line = new StringJoiner(" ");
        line.add(mark.repeat(excerpt.length()));
        if (region.endLine() > region.line()) {
            line.add("(to line " + region.endLine() + ")");
        }
        if (label != null) {
            line.add(Cells.line(label));
        }
        return line.toString();
    }

    /** No line of it begins with the text itself, which a CI server might take for a command. */
    private void footnote(String margin, String title, @Nullable String text) {
        if (text == null) {
            return;
        }
        String head = margin + " " + ink.frame("=") + " " + ink.bold(title + ": ");
        for (String line : text.lines().toList()) {
            out.append(head).append(Cells.line(line)).append('\n');
            head = margin + " " + ink.frame("=") + " " + " ".repeat(title.length() + 2);
        }
    }

    /** Digits of the greatest line number of the finding, at least two so that most findings align. */
    private static int numberWidth(Spot main, List<Spot> others) {
        int last = others.stream().mapToInt(TextReport::line).reduce(line(main), Math::max);
        return Math.max(2, Integer.toString(last).length());
    }

    private static int line(Spot spot) {
        Region region = spot.region();
        return region == null ? 0 : region.line();
    }
}
