package dev.ballast.alerts;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.series.Metric;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What alerts are about: a policy, or one tier of it.
 *
 * @param tier absent for the whole policy
 */
public record Subject(
        EnvironmentPlan environment,
        BackupPlan plan,
        @Nullable TierPlan tier) {
    private static final List<String> SEVERITIES = List.of("info", "warning", "critical");
    private static final String RUNBOOKS = "https://github.com/ballast-dev/ballast/blob/main/docs/runbooks/";

    /** A series of Ballast's, of exactly this. */
    public Selector own(Metric metric) {
        Selector selector = Selector.of(metric.id())
                .with("environment", environment.name())
                .with("cluster", environment.environment().cluster())
                .with("policy", plan.name());
        return tier == null ? selector : selector.with("tier", tier.tier().word());
    }

    /** A series of Velero's, of the Schedule. The name is written out, so that its absence is seen even where no other Schedule's is. */
    public Selector velero(String metric) {
        return Selector.of(metric).with("schedule", schedule());
    }

    /** Name of the Schedule. */
    public String schedule() {
        return present().name();
    }

    /** The word of the tier. */
    public String word() {
        return present().tier().word();
    }

    private TierPlan present() {
        if (tier == null) {
            throw new IllegalStateException("a policy as a whole has no Schedule");
        }
        return tier;
    }

    /** Velero's namespace. */
    public String namespace() {
        return environment.environment().velero().namespace();
    }

    /** Labels by which an alert is routed. */
    public SortedMap<String, String> labels(Alert alert) {
        var labels = new TreeMap<String, String>();
        labels.put("severity", severity(alert));
        labels.put("environment", environment.name());
        labels.put("cluster", environment.environment().cluster());
        labels.put("policy", plan.name());
        if (tier != null) {
            labels.put("tier", word());
            labels.put("schedule", schedule());
        }
        String owner = plan.policy().meta().labels().get("owner");
        if (owner != null) {
            labels.put("team", owner);
        }
        return labels;
    }

    private String severity(Alert alert) {
        String wanted = plan.terms().alerts().severity();
        return alert.canWait() && SEVERITIES.indexOf(wanted) > SEVERITIES.indexOf("warning") ? "warning" : wanted;
    }

    String runbook(Alert alert) {
        String own = plan.terms().alerts().runbook();
        return own == null ? RUNBOOKS + alert.id() + ".md" : own;
    }
}
