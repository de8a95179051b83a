package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.drift.ManifestDrift;
import dev.ballast.guard.Extension;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that somebody who looks at a policy should be told: an event.
 *
 * @param warning whether somebody should do something about it
 * @param reason one stable word
 * @param text for people
 */
record Note(boolean warning, String reason, String text) {

    /** What is told after one look: everything that was done, and every condition that turned bad. */
    static List<Note> of(Outcome outcome, Guardian.Watch watch, List<Condition> conditions, JsonNode before) {
        var notes = new ArrayList<Note>();
        outcome.done()
                .forEach(done -> notes.add(new Note(
                        false,
                        done.what(),
                        "%s %s".formatted(done.object(), done.what().toLowerCase(java.util.Locale.ROOT)))));
        for (ManifestDrift drift : outcome.undone()) {
            notes.add(new Note(true, Reason.DRIFT_CORRECTED.word(), drift.message() + "; it was put right"));
        }
        for (Extension extension : watch.extended()) {
            notes.add(new Note(
                    true,
                    Reason.BACKUP_KEPT_LONGER.word(),
                    "backup `%s` lives until %s: %s"
                            .formatted(extension.backup(), extension.to(), extension.reason())));
        }
        for (Condition condition : conditions) {
            boolean bad = condition.holds() == Condition.Holds.FALSE
                    && !condition.type().equals("Reconciling")
                    && !condition.type().equals("Stalled");
            if (bad
                    && !reason(before, condition.type())
                            .equals(condition.reason().word())) {
                notes.add(new Note(true, condition.reason().word(), condition.message()));
            }
        }
        return notes;
    }

    private static String reason(JsonNode before, String type) {
        for (JsonNode old : before.path("conditions")) {
            if (old.path("type").asText().equals(type)) {
                return old.path("reason").asText();
            }
        }
        return "";
    }
}
