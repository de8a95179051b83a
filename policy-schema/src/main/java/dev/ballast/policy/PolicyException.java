package dev.ballast.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * One rule that one object may break for a while.
 *
 * @param expires the last day on which it holds, in UTC
 */
public record PolicyException(
        Meta meta,
        String rule,
        String targetKind,
        String targetName,
        List<String> environments,
        String reason,
        String owner,
        LocalDate expires) {

    /** The name, unique among exceptions. */
    public String name() {
        return meta.name();
    }
}
