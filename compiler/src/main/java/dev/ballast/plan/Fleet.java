package dev.ballast.plan;

import dev.ballast.policy.PolicySet;
import java.util.List;

/** Everything that was read, and what it comes to in each environment asked for. */
public record Fleet(PolicySet set, List<EnvironmentPlan> environments) {}
