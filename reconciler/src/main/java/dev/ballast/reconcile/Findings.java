package dev.ballast.reconcile;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.drift.CostDrift;
import dev.ballast.drift.ManifestDrift;
import java.util.List;

/** Findings in one line. */
final class Findings {
    private Findings() {}

    /** What was found, where, and the edit to make. */
    static String text(Diagnostic finding) {
        String help = finding.help() == null ? "" : "; " + finding.help();
        return "%s: %s%s (%s)".formatted(where(finding.place()), finding.message(), help, finding.rule());
    }

    private static String where(Place place) {
        return place instanceof Place.Field field ? field.source() + field.pointer() : place.source();
    }

    /** The first, and how many more. */
    static String text(List<ManifestDrift> drifts) {
        String first = drifts.get(0).message();
        return drifts.size() == 1 ? first : "%s; and %d more".formatted(first, drifts.size() - 1);
    }

    /** How far it is off. */
    static String text(CostDrift drift) {
        return Words.signed(drift) + " a month off what it should cost by now";
    }
}
