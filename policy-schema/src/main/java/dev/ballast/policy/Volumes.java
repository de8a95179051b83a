package dev.ballast.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How volumes are backed up.
 *
 * @param method absent when no layer chose one, which is an error of an effective policy
 * @param snapshotTimeout how long a CSI snapshot may take to appear; Velero's default is 10 minutes
 * @param operationTimeout how long an asynchronous upload may take; Velero's default is 4 hours
 * @param parallelFiles files uploaded at once by the file-system uploader, from 1
 * @param snapshotClasses VolumeSnapshotClass by CSI driver
 * @param rules exceptions, first match wins
 */
public record Volumes(
        @Nullable Method method,
        @Nullable Duration snapshotTimeout,
        @Nullable Duration operationTimeout,
        @Nullable Integer parallelFiles,
        Map<String, String> snapshotClasses,
        List<Rule> rules) {

    /** Where the bytes of a volume go. */
    public enum Method {
        /** A CSI or native snapshot; stays in the storage system. */
        SNAPSHOT("snapshot"),
        /** A snapshot, then its content uploaded to the store. */
        SNAPSHOT_MOVE("snapshot-move"),
        /** Files read from the running pod and uploaded to the store. */
        FILE_SYSTEM("file-system"),
        /** Not at all. */
        NONE("none");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** The method with this word. */
        public static Optional<Method> of(String word) {
            return Arrays.stream(values()).filter(m -> m.word.equals(word)).findFirst();
        }
    }

    /**
     * One exception.
     *
     * @param conditions Velero's own conditions, as written
     * @param use {@code snapshot}, {@code file-system} or {@code skip}
     */
    public record Rule(JsonNode conditions, String use) {}
}
