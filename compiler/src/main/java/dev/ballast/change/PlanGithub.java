package dev.ballast.change;

import dev.ballast.report.WorkflowCommand;
import java.util.List;

/** A comparison as workflow commands: an error for each crossing, a warning for each location given up, a notice for what changes. GitHub shows ten of a kind. */
public final class PlanGithub {
    private static final int SHOWN = 10;

    private PlanGithub() {}

    /** The commands, one a line; empty when there is nothing to say. */
    public static String of(Comparison comparison) {
        var out = new StringBuilder();
        List<Crossing> crossings = comparison.crossings();
        crossings.stream()
                .limit(SHOWN)
                .forEach(crossing ->
                        out.append(WorkflowCommand.of("error", crossing.rule(), crossing.message() + scope(crossing))));
        comparison
                .changes()
                .abandoned()
                .limit(SHOWN)
                .forEach(location ->
                        out.append(WorkflowCommand.of("warning", "ballast plan", Phrases.abandoned(location))));
        if (!comparison.changes().isEmpty()) {
            out.append(WorkflowCommand.of("notice", "ballast plan", Headline.of(comparison)));
        }
        return out.toString();
    }

    private static String scope(Crossing crossing) {
        String policy = crossing.policy();
        return policy == null ? "" : "\nin: " + Phrases.scope(policy, crossing.environment());
    }
}
