package dev.ballast.drift;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object that is not as its policy wants it.
 *
 * @param object {@code Kind namespace/name}
 * @param fields which differ; none for a whole object
 * @param since absent when not known
 * @param message what is so, for people
 * @param help what to do about it, or what Ballast does
 */
public record ManifestDrift(
        Kind kind,
        String object,
        List<FieldDrift> fields,
        @Nullable Author author,
        @Nullable Instant since,
        String message,
        String help) {
    /** In what way. */
    public enum Kind {
        /** A field that we own has another value, or is gone. */
        CHANGED("changed"),
        /** The object is not there. */
        MISSING("missing"),
        /** A field that nobody asked for changes what is backed up. */
        EXTRA("extra"),
        /** Paused by hand where the policy leaves that to others. */
        PAUSED("paused"),
        /** An object of ours that no policy asks for any longer. */
        ORPHANED("orphaned"),
        /** A store that Velero cannot reach. */
        UNAVAILABLE("unavailable"),
        /** An object with the name of ours that belongs to somebody else. */
        CONFLICT("conflict");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in reports. */
        public String word() {
            return word;
        }

        /** The kind with this word. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    public ManifestDrift {
        fields = List.copyOf(fields);
    }
}
