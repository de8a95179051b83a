package dev.ballast.rules.size;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** Volumes that two policies store in the same place and both count. */
final class SharedVolumes implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "size.shared-volumes";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        for (Overlaps.Overlap overlap : Overlaps.of(environment)) {
            BackupPlan policy = overlap.policy();
            String other = overlap.other().name();
            found.add(at(
                            place(policy),
                            "the volumes of namespace `%s` are counted here and in `%s`, but stored once"
                                    .formatted(overlap.namespace(), other))
                    .help("leave them out of `size`, or write `size: {sharedWith: %s}`".formatted(other))
                    .related(place(overlap.other()), "counted here too")
                    .about(policy.name(), null));
        }
        return found;
    }

    private static Place place(BackupPlan policy) {
        return policy.place(policy.terms().size().data() == null ? "/size/byMethod" : "/size/data");
    }
}
