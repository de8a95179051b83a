package dev.ballast.e2e.cluster;

/**
 * One change of one place of a text that others wrote.
 *
 * @param file in which it is, for messages and keys
 * @param place that must occur exactly once
 * @param with what takes its place
 */
record SourcePatch(String file, String place, String with) {
    /** The changed text; {@link IllegalStateException} if the place is not there, or there more than once. */
    String applied(String text) {
        int first = text.indexOf(place);
        if (first < 0 || text.indexOf(place, first + 1) >= 0) {
            throw new IllegalStateException("`%s` must occur exactly once in %s".formatted(place.strip(), file));
        }
        return text.substring(0, first) + with + text.substring(first + place.length());
    }
}
