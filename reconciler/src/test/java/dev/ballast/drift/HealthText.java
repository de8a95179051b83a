package dev.ballast.drift;

/** A judgement as tests show it. */
final class HealthText {
    private HealthText() {}

    static String tiers(Health health) {
        var text = new StringBuilder();
        for (TierHealth tier : health.tiers()) {
            text.append("%s %d/%d of %d, last %s, good %s, next %s\n"
                    .formatted(
                            tier.tier().word(),
                            tier.points(),
                            tier.promised(),
                            tier.atRest(),
                            tier.lastRun(),
                            tier.lastGood(),
                            tier.nextRun()));
        }
        return text.toString();
    }

    static String findings(Health health) {
        var text = new StringBuilder();
        for (ExecutionDrift finding : health.findings()) {
            text.append("%s %s x%d since %s %s\n  %s\n  help: %s\n"
                    .formatted(
                            finding.kind().word(),
                            finding.tier() == null ? "all" : finding.tier().word(),
                            finding.count(),
                            finding.since(),
                            finding.backups(),
                            finding.message(),
                            finding.help()));
        }
        return text.toString();
    }
}
