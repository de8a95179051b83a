package dev.ballast.schema;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.source.Document;
import java.util.List;

/**
 * A finding about fields that exclude or need each other: at the last of those that are there, with the others beside it, or at the object
 * that has none of them.
 */
record ConditionFinding(Document document, Violation violation) {
    Diagnostic diagnostic() {
        String message = violation.schema().path(Annotation.MESSAGE).textValue();
        String rule = violation.schema().path(Annotation.RULE).textValue();
        Place.Field object = document.place(violation.pointer());
        List<String> present = present();
        if (rule.equals(EXCLUSIVE) && !present.isEmpty()) {
            String last = present.get(present.size() - 1);
            Diagnostic finding =
                    Diagnostic.error(rule, object.child(last).key(), message + ", found " + Words.listed(present));
            for (String other : present.subList(0, present.size() - 1)) {
                finding = finding.related(object.child(other).key(), "%s is here".formatted(Words.code(other)));
            }
            return finding;
        }
        return Diagnostic.error(MISSING, object.key(), message + (rule.equals(EXCLUSIVE) ? ", found neither" : ""));
    }

    private static final String EXCLUSIVE = "schema.exclusive";
    private static final String MISSING = "schema.missing-field";

    /** The fields the condition speaks of that are there, in the order of the document. */
    private List<String> present() {
        List<String> mentioned = Consequences.mentioned(violation.schema());
        return violation.value().properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(mentioned::contains)
                .toList();
    }
}
