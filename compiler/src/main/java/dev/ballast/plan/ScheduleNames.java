package dev.ballast.plan;

import dev.ballast.policy.Tier;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Names of Schedules. */
public final class ScheduleNames {
    /** A Backup is named after its Schedule, a dash and 14 digits, and a label holds 63 characters. */
    public static final int LONGEST = 48;

    private ScheduleNames() {}

    /** {@code <policy>-<tier>}; a policy's name that is too long is cut, and a hash of all of it added. */
    static String of(String policy, Tier tier) {
        String name = policy + "-" + tier.word();
        if (name.length() <= LONGEST) {
            return name;
        }
        var crc = new CRC32();
        crc.update(policy.getBytes(StandardCharsets.UTF_8));
        String end = "-%08x-%s".formatted(crc.getValue(), tier.word());
        return policy.substring(0, LONGEST - end.length()).replaceAll("[-.]+$", "") + end;
    }
}
