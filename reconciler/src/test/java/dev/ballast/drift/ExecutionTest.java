package dev.ballast.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.Tier;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExecutionTest {
    private static final BackupPlan TEXTBOOK = ShopPlan.of("keep: {daily: 7, weekly: 4, monthly: 12}");
    private static final BackupPlan DAILY = ShopPlan.of("keep: {daily: 7}");
    private static final String AT = "2026-11-21T09:00:00Z";

    @Test
    void aFullTextbookPolicyIsHealthy() {
        var history = new History(TEXTBOOK, "2025-01-01T00:00:00Z")
                .good(Tier.DAILY, "2026-11-14T09:00:00Z", AT)
                .good(Tier.WEEKLY, "2026-10-24T09:00:00Z", AT)
                .good(Tier.MONTHLY, "2025-11-21T09:00:00Z", AT);
        Health health = history.judged(AT);
        assertThat(HealthText.tiers(health)).isEqualTo("""
                daily 7/7 of 7, last 2026-11-21T02:00:20Z, good 2026-11-21T02:00:20Z, next 2026-11-22T02:00:00Z
                weekly 4/4 of 4, last 2026-11-15T03:00:20Z, good 2026-11-15T03:00:20Z, next 2026-11-22T03:00:00Z
                monthly 12/12 of 12, last 2026-11-01T04:00:20Z, good 2026-11-01T04:00:20Z, next 2026-12-01T04:00:00Z
                """);
        assertThat(health.rpo()).isEqualTo(Duration.ofHours(24));
        assertThat(HealthText.findings(health)).isEmpty();
        assertThat(health.isHealthy()).isTrue();
    }

    @Test
    void aScheduleThatNeverRanIsMissedFromItsFirstRunOn() {
        Health health = new History(DAILY, "2026-10-01T00:00:00Z").judged(AT);
        assertThat(HealthText.findings(health)).isEqualTo("""
                missed daily x52 since 2026-10-01T02:00:00Z []
                  52 daily runs of `shop-daily` were not made, the first due Thu 2026-10-01 02:00 UTC
                  help: see whether Velero runs, `kubectl -n velero get deployment velero`, and what it says of the Schedule, \
                `kubectl -n velero logs deployment/velero --since=24h`; make the backup now with `velero -n velero backup create --from-schedule shop-daily`
                too-few daily x7 since 2026-11-15T02:00:00Z []
                  0 of 7 daily restore points are there: 7 not made
                  help: correct what else is said of this tier, then make a backup: `velero -n velero backup create --from-schedule shop-daily`
                stale all x1 since 2026-10-02T00:00:00Z []
                  there is no good backup; promised is one at least every 1d
                  help: make one now: `velero -n velero backup create --from-schedule shop-daily`
                """);
    }
}
