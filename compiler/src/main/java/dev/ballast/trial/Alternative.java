package dev.ballast.trial;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Scenario;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A policy with one promise or another.
 *
 * @param keep in one line
 * @param current whether it is the one that is written
 * @param monthly what it costs a month at rest, in cents; empty when that is not known
 * @param errors what forbids it
 */
public record Alternative(
        String keep, boolean current, Forecast forecast, Optional<Money> monthly, List<Diagnostic> errors) {

    /**
     * Looks at a policy of an environment.
     *
     * @param findings of all policies and environments
     * @return nothing when the policy does not exist there
     */
    public static Optional<Alternative> of(
            EnvironmentPlan environment,
            String policy,
            boolean current,
            List<Diagnostic> findings,
            Bills bills,
            Instant at) {
        return environment.policies().stream()
                .filter(plan -> plan.name().equals(policy))
                .findFirst()
                .map(plan -> of(environment, plan, current, findings, bills, at));
    }

    private static Alternative of(
            EnvironmentPlan environment,
            BackupPlan plan,
            boolean current,
            List<Diagnostic> findings,
            Bills bills,
            Instant at) {
        Forecast forecast = Forecaster.forecast(plan, Scenario.from(at));
        List<Diagnostic> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR
                        && plan.name().equals(finding.policy())
                        && (finding.environment() == null
                                || finding.environment().equals(environment.name())))
                .toList();
        return new Alternative(
                KeepEdit.text(plan.effective().tree().path("keep")),
                current,
                forecast,
                bills.in(environment).of(forecast),
                errors);
    }
}
