package dev.ballast.rules;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import java.util.List;

/**
 * Something that Velero accepts and later punishes, or that a team has agreed not to do. A rule is stateless: the same plan gives the
 * same findings. Its page, a Markdown file of the class's name beside it, is what people read.
 */
public sealed interface Rule {
    /** Dotted id: category, then what is wrong. */
    String id();

    /** How bad a finding of this rule is. */
    Severity severity();

    /** Whether a PolicyException may let a finding pass; false where nothing could be compiled with it. */
    default boolean excusable() {
        return true;
    }

    /** A finding of this rule. */
    default Diagnostic at(Place place, String message) {
        return new Diagnostic(id(), severity(), place, message, null, List.of(), null, null);
    }

    /** Looks at everything at once. */
    non-sealed interface OfFleet extends Rule {
        List<Diagnostic> check(Context context);
    }

    /** Looks at one environment. */
    non-sealed interface OfEnvironment extends Rule {
        List<Diagnostic> check(EnvironmentPlan environment, Context context);
    }

    /** Looks at one store in one environment. */
    non-sealed interface OfStore extends Rule {
        List<Diagnostic> check(StorePlan store, EnvironmentPlan environment, Context context);
    }

    /** Looks at one policy in one environment. */
    non-sealed interface OfPolicy extends Rule {
        List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context);
    }

    /** Looks at one tier of a policy in one environment. */
    non-sealed interface OfTier extends Rule {
        List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context);
    }
}
