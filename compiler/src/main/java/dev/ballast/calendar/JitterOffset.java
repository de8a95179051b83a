package dev.ballast.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/** By how much the times of one policy in one cluster are moved, so that a fleet does not start at once. */
public final class JitterOffset {

    private JitterOffset() {}

    /**
     * Whole minutes from 0 to below {@code max}, the same for the same names for ever.
     *
     * @param max zero or more; less than a minute gives 0
     */
    public static int of(String cluster, String policy, Duration max) {
        if (max.isNegative()) {
            throw new IllegalArgumentException("negative: " + max);
        }
        // Names hold no NUL, so that it parts them unmistakably.
        byte[] names = (cluster + "\0" + policy).getBytes(StandardCharsets.UTF_8);
        long minutes = Math.max(1, Math.min(max.toMinutes(), Integer.MAX_VALUE));
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(sha256(names)).getLong(), minutes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
