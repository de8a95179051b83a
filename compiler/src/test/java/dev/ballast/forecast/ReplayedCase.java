package dev.ballast.forecast;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan and what befalls it. */
record ReplayedCase(BackupPlan plan, Scenario scenario) {
    /** The same with one tier, outage or existing backup less. */
    Stream<ReplayedCase> smaller() {
        Stream<ReplayedCase> fewerTiers = less(plan.tiers())
                .filter(tiers -> !tiers.isEmpty())
                .map(tiers -> new ReplayedCase(withTiers(tiers), scenario));
        Stream<ReplayedCase> fewerOutages =
                less(scenario.outages()).map(outages -> new ReplayedCase(plan, scenario.with(outages)));
        Stream<ReplayedCase> fewerBackups =
                less(scenario.existing()).map(backups -> new ReplayedCase(plan, scenario.withExisting(backups)));
        return Stream.of(fewerTiers, fewerOutages, fewerBackups).flatMap(all -> all);
    }

    private BackupPlan withTiers(List<TierPlan> tiers) {
        return new BackupPlan(
                plan.policy(),
                plan.terms(),
                plan.effective(),
                plan.selection(),
                tiers,
                plan.hooks(),
                plan.limits(),
                plan.paused());
    }

    private static <T> Stream<List<T>> less(List<T> all) {
        return Stream.iterate(0, i -> i < all.size(), i -> i + 1).map(i -> {
            var rest = new ArrayList<T>(all);
            rest.remove((int) i);
            return List.copyOf(rest);
        });
    }

    @Override
    public String toString() {
        String tiers = plan.tiers().stream()
                .map(tier -> "  %s `%s` %s for %s%n"
                        .formatted(
                                tier.tier().word(), tier.cron(), tier.calendar().dialect(), tier.ttl()))
                .collect(Collectors.joining());
        String outages = scenario.outages().stream()
                .map(outage -> "  %s..%s:%s%n"
                        .formatted(outage.from(), outage.to(), outage.kind().word()))
                .collect(Collectors.joining());
        String existing = scenario.existing().stream().map("  %s%n"::formatted).collect(Collectors.joining());
        return "%s from %s%n%s%s%s".formatted(plan.name(), scenario.from(), tiers, outages, existing);
    }
}
