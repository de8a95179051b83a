package dev.ballast.drift;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A field that is not as it should be.
 *
 * @param path JSON pointer in the object
 * @param expected absent when it should not be there
 * @param actual absent when it is not there
 * @param author absent when nobody is recorded, as for a field that was removed
 */
public record FieldDrift(
        String path,
        @Nullable JsonNode expected,
        @Nullable JsonNode actual,
        @Nullable Author author) {
    /** Whether the value is right, and only somebody else owns it now. */
    public boolean isOwnershipOnly() {
        return expected != null
                && actual != null
                && Values.alike(path.substring(path.lastIndexOf('/') + 1), expected, actual);
    }
}
