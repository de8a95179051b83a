package dev.ballast.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The backups of a policy at one time.
 *
 * @param tiers finest first
 * @param rpo the longest promised interval between restore points; absent when nothing is due
 * @param findings in the order of their kinds, then by tier
 */
public record Health(List<TierHealth> tiers, @Nullable Duration rpo, List<ExecutionDrift> findings) {
    public Health {
        tiers = List.copyOf(tiers);
        findings = List.copyOf(findings);
    }

    public int points() {
        return tiers.stream().mapToInt(TierHealth::points).sum();
    }

    public int promised() {
        return tiers.stream().mapToInt(TierHealth::promised).sum();
    }

    /** When the newest good backup began. */
    public Optional<Instant> lastGood() {
        return tiers.stream().map(TierHealth::lastGood).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /** Whether everything promised is protected. */
    public boolean isHealthy() {
        return findings.stream().noneMatch(finding -> finding.kind().isProtection());
    }
}
