package dev.ballast.rules.schedule;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two objects of one kind that would get the same name in one environment. */
final class NameClash implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "schedule.name-clash";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public boolean excusable() {
        return false;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        Map<String, Claim> first = new HashMap<>();
        var found = new ArrayList<Diagnostic>();
        for (BackupPlan policy : environment.policies()) {
            for (Claim claim : Claim.of(policy)) {
                Claim other = first.putIfAbsent(claim.object(), claim);
                if (other != null) {
                    found.add(clash(claim, other));
                }
            }
        }
        return found;
    }

    private Diagnostic clash(Claim claim, Claim other) {
        return at(
                        claim.place(),
                        "%s of %s is also that of %s; one would overwrite the other"
                                .formatted(claim.object(), claim.owner(), other.owner()))
                .help(claim.remedy())
                .related(other.place(), other.owner())
                .about(claim.policy(), null);
    }
}
