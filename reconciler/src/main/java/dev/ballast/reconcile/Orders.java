package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What annotations on one of our objects say about how it is to be dealt with.
 *
 * @param adopt whether objects of others under its names are taken over
 * @param reportOnly whether drift is told and left
 * @param prune whether a large removal may pass
 */
record Orders(boolean adopt, boolean reportOnly, boolean prune) {
    /** Of an object, or of a missing node. */
    static Orders of(JsonNode object) {
        JsonNode annotations = object.path("metadata").path("annotations");
        return new Orders(
                annotations.path(Marks.ADOPT).asText().equals("true"),
                annotations.path(Marks.DRIFT).asText().equals(Marks.REPORT_ONLY),
                annotations.path(Marks.PRUNE).asText().equals(Marks.CONFIRMED));
    }

    /** The same, where its Environment lets a large removal pass as well. */
    Orders in(Orders environment) {
        return new Orders(adopt, reportOnly, prune || environment.prune);
    }
}
