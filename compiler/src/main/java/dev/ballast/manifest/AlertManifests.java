package dev.ballast.manifest;

import dev.ballast.alerts.AlertGroup;
import dev.ballast.alerts.AlertRules;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Environment;
import java.util.Optional;

/** Alert rules as objects of the Prometheus operator, which reads them where the environment says. */
final class AlertManifests {
    private static final String API_VERSION = "monitoring.coreos.com/v1";

    private AlertManifests() {}

    /** Of one policy; empty where alerts are switched off. */
    static Optional<Manifest> of(EnvironmentPlan environment, BackupPlan plan) {
        Environment.Alerts alerts = environment.environment().alerts();
        String namespace =
                alerts.namespace() == null ? environment.environment().velero().namespace() : alerts.namespace();
        return AlertRules.of(environment, plan)
                .map(AlertGroup::file)
                .map(rules -> Manifest.of(API_VERSION, "PrometheusRule", "ballast-" + plan.name(), namespace, rules)
                        .labelled(alerts.labels())
                        .labelled(Marks.ofPolicy(plan.policy())));
    }
}
