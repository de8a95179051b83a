package dev.ballast.report;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.source.Sources;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * An identity for each finding that survives edits elsewhere in its file: made of what the finding is about (rule, file, policy,
 * environment, place in the document), never of line numbers nor of the message, which may quote some.
 */
final class Fingerprints {
    private Fingerprints() {}

    /**
     * A finding's identity.
     *
     * @param hash 32 hexadecimal digits
     * @param ordinal counts from 1 the findings of equal hash, in order
     */
    record Fingerprint(String hash, int ordinal) {}

    /** One for each finding, in their order. */
    static List<Fingerprint> of(Findings findings) {
        Map<String, Integer> seen = new HashMap<>();
        List<Fingerprint> all = new ArrayList<>();
        for (Diagnostic diagnostic : findings.diagnostics()) {
            String hash = hash(identity(diagnostic, findings));
            all.add(new Fingerprint(hash, seen.merge(hash, 1, Integer::sum)));
        }
        return all;
    }

    private static String identity(Diagnostic diagnostic, Findings findings) {
        Spot spot = findings.spot(diagnostic);
        return String.join(
                "\0",
                diagnostic.rule(),
                spot.path(),
                diagnostic.policy() == null ? "" : diagnostic.policy(),
                diagnostic.environment() == null ? "" : diagnostic.environment(),
                spot.pointer() == null ? "text:" + line(spot, findings.sources()) : "field:" + spot.pointer());
    }

    /** What stands on the line, for a place that has a position and nothing better. */
    private static String line(Spot spot, Sources sources) {
        return spot.region() == null
                ? ""
                : sources.line(spot.source(), spot.region().line()).orElse("").strip();
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
