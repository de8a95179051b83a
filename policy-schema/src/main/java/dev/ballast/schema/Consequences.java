package dev.ballast.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.DidYouMean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the violations that say something from those that merely follow from another. */
final class Consequences {
    /** About one value only the first of these that fails is worth saying. */
    private static final List<String> VALUE_KEYWORDS = List.of(
            "type",
            "enum",
            "minItems",
            "minProperties",
            "maxItems",
            "maxProperties",
            "minimum",
            "maximum",
            "pattern",
            "minLength",
            "maxLength",
            "format");

    private Consequences() {}

    static List<Violation> removed(List<Violation> all) {
        Map<String, Violation> firsts = new LinkedHashMap<>();
        all.stream()
                .sorted(Comparator.comparingInt(violation -> VALUE_KEYWORDS.indexOf(violation.keyword())))
                .forEach(violation -> firsts.putIfAbsent(identity(violation), violation));
        Set<String> explained = firsts.values().stream()
                .map(Consequences::explains)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return firsts.values().stream()
                .filter(violation -> demanded(violation).stream().noneMatch(explained::contains))
                .toList();
    }

    /** Two violations with one identity are one finding. */
    private static String identity(Violation violation) {
        String place = violation.pointer();
        if (violation.keyword().equals(Violation.CONDITION)) {
            return place + " " + violation.schema().path(Annotation.MESSAGE).asText();
        }
        return violation.field() == null ? place : place + " " + violation.keyword() + " " + violation.field();
    }

    /** Pointers of the fields about which this violation already says what is wrong. */
    private static Set<String> explains(Violation violation) {
        if (violation.keyword().equals("additionalProperties")) {
            return DidYouMean.closest(String.valueOf(violation.field()), Fields.of(violation.schema()))
                    .map(field -> Set.of(violation.pointer() + "/" + field))
                    .orElse(Set.of());
        }
        return VALUE_KEYWORDS.contains(violation.keyword()) ? Set.of(violation.pointer()) : Set.of();
    }

    /** Pointers of the object and the fields whose absence or presence this violation is about. */
    private static List<String> demanded(Violation violation) {
        if (violation.keyword().equals("required")) {
            return List.of(violation.pointer() + "/" + violation.field());
        }
        if (!violation.keyword().equals(Violation.CONDITION)) {
            return List.of();
        }
        var pointers = new ArrayList<>(List.of(violation.pointer()));
        mentioned(violation.schema()).forEach(field -> pointers.add(violation.pointer() + "/" + field));
        return pointers;
    }

    /** The fields a condition speaks of, in its order. */
    static List<String> mentioned(JsonNode condition) {
        var fields = new LinkedHashSet<String>();
        condition.path("required").forEach(name -> fields.add(name.asText()));
        fields.addAll(Fields.of(condition));
        SubSchemas.of(condition).forEach(inner -> fields.addAll(mentioned(inner)));
        return new ArrayList<>(fields);
    }
}
