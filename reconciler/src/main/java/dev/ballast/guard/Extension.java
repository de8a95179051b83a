package dev.ballast.guard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.observed.ObservedBackup;
import java.time.Instant;

/**
 * A good backup that shall live longer.
 *
 * @param backup its name
 * @param uid its own: another one of the same name, which a sync brought back meanwhile, is not meant
 * @param original when its Schedule let it expire
 * @param from when it expires now
 * @param to when it shall expire, in whole seconds; later than {@code from}
 * @param reason for people
 */
public record Extension(String backup, String uid, Instant original, Instant from, Instant to, String reason) {
    public Extension {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a life is only made longer: %s to %s".formatted(from, to));
        }
    }

    /**
     * The JSON merge patch for the Backup itself, as Velero's kinds have no status subresource. The uid makes the server refuse it, with 409,
     * where the name belongs to another object by now.
     */
    public ObjectNode patch() {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = patch.putObject("metadata").put("uid", uid);
        metadata.putObject("annotations").put(ObservedBackup.ORIGINAL_EXPIRATION, original.toString());
        patch.putObject("status").put("expiration", to.toString());
        return patch;
    }
}
