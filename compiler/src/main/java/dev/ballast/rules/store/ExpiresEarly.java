package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Quantities;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A bucket that deletes what a tier still needs. */
final class ExpiresEarly implements Rule.OfTier {
    @Override
    public String id() {
        return "store.expires-early";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        StorePlan store = tier.store();
        Integer days = store == null ? null : store.settings().facts().expireDays();
        if (store == null || days == null) {
            return List.of();
        }
        Place rule = store.effective().place("/facts/expireDays");
        Optional<Place.Field> uploads = StoreUse.uploadsAt(tier, policy);
        if (tier.ttl().compareTo(Duration.ofDays(days)) > 0) {
            return List.of(at(
                            policy.place("/keep/" + tier.tier().word()),
                            "%s backups live `%s`, and the bucket of `%s` deletes objects after %d days"
                                    .formatted(tier.tier().word(), Quantities.goText(tier.ttl()), store.name(), days))
                    .related(rule, "the lifecycle rule")
                    .help("keep less, or let Velero alone delete objects under this prefix"));
        }
        return uploads.stream()
                .map(place -> at(
                                place,
                                "the bucket of `%s` deletes objects after %d days, among them parts of volumes that newer backups still refer to"
                                        .formatted(store.name(), days))
                        .related(rule, "the lifecycle rule")
                        .help("let Velero alone delete objects under this prefix"))
                .toList();
    }
}
