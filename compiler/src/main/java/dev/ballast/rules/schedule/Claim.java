package dev.ballast.rules.schedule;

import dev.ballast.diagnostic.Place;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What an object would be called, and who asks for it.
 *
 * @param object kind and name
 * @param owner for people
 * @param place what the name comes from
 * @param remedy the edit to make when somebody else asks for it as well
 */
record Claim(String object, String owner, String policy, Place.Field place, String remedy) {
    /** The names of all objects that a policy is compiled to. */
    static List<Claim> of(BackupPlan policy) {
        var claims = new ArrayList<Claim>();
        policy.tiers().forEach(tier -> claims.add(schedule(tier, policy)));
        resourcePolicies(policy, claims);
        List<Terms.Database> databases = policy.terms().databases();
        for (int i = 0; i < databases.size(); i++) {
            claims.add(database(databases.get(i), policy, policy.place("/databases/" + i)));
        }
        return claims;
    }

    private static Claim schedule(TierPlan tier, BackupPlan policy) {
        String word = tier.tier().word();
        String named = "/names/" + word;
        return new Claim(
                "the Schedule `%s`".formatted(tier.name()),
                "the %s tier of policy `%s`".formatted(word, policy.name()),
                policy.name(),
                policy.effective().has(named)
                        ? policy.place(named)
                        : policy.policy().meta().namePlace(),
                "give the tier a name of its own under `names`, or rename the policy");
    }

    /** Tiers with the rules of the first that has some share its ConfigMap; the others have their own. */
    private static void resourcePolicies(BackupPlan policy, List<Claim> claims) {
        List<TierPlan> tiers = policy.tiers().stream()
                .filter(tier -> !tier.volumes().rules().isEmpty())
                .toList();
        var names = new LinkedHashSet<String>();
        for (TierPlan tier : tiers) {
            boolean shared =
                    tier.volumes().rules().equals(tiers.get(0).volumes().rules());
            names.add(policy.name() + (shared ? "" : "-" + tier.tier().word()) + "-volumes");
        }
        names.forEach(name -> claims.add(new Claim(
                "the ConfigMap `%s`".formatted(name),
                "policy `%s`".formatted(policy.name()),
                policy.name(),
                policy.policy().meta().namePlace(),
                "rename the policy")));
    }

    private static Claim database(Terms.Database database, BackupPlan policy, Place.Field place) {
        String name = "%s-%s".formatted(database.cluster(), database.tier().word());
        return new Claim(
                "the ScheduledBackup `%s` in `%s`".formatted(name, database.namespace()),
                "policy `%s`".formatted(policy.name()),
                policy.name(),
                place,
                "back the database up in one policy and tier only");
    }
}
