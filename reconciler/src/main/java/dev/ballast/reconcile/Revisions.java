package dev.ballast.reconcile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** One word for all that a policy comes to. */
final class Revisions {
    private Revisions() {}

    /** Twelve hexadecimal digits of a SHA-256 over the revisions of its objects. */
    static String of(List<Intent> intents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            intents.forEach(intent ->
                    digest.update((intent.id() + "@" + intent.revision() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
