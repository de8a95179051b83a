package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.cluster.ClusterView;
import dev.ballast.cluster.EventRecorder;
import dev.ballast.drift.Execution;
import dev.ballast.drift.Health;
import dev.ballast.drift.TierLife;
import dev.ballast.drift.TierLives;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Tier;
import dev.ballast.schema.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One look at one policy: what is wanted against what is there, what is done about it, and what is told. */
final class PolicyPass {
    /** Until what is wanted has been compiled, and until Velero is there. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ClusterView view;
    private final Refresher refresher;
    private final Objects objects;
    private final Guardian guardian;
    private final CostLoop costs;
    private final EventRecorder events;
    private final Telemetry telemetry;
    private final Clock clock;

    PolicyPass(
            ClusterView view,
            Refresher refresher,
            Objects objects,
            Guardian guardian,
            CostLoop costs,
            EventRecorder events,
            Telemetry telemetry,
            Clock clock) {
        this.view = view;
        this.refresher = refresher;
        this.objects = objects;
        this.guardian = guardian;
        this.costs = costs;
        this.events = events;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param status absent when nothing can be said yet
     * @param next when to look again at the latest; absent when only a change makes a difference
     */
    record Result(@Nullable ObjectNode status, @Nullable Duration next) {}

    Result run(BackupPolicyResource policy, ObjectNode before) {
        Optional<Wanted> known = refresher.desired().policy(policy.getMetadata().getName());
        if (known.isEmpty()
                || !view.knowsVelero()
                || !costs.isCounted()
                || known.get().generation() != policy.getMetadata().getGeneration()) {
            return new Result(null, SOON);
        }
        Instant at = clock.instant();
        Wanted wanted = known.get();
        boolean velero = view.hasVelero();
        Outcome outcome = velero && wanted.isValid() ? objects.see(wanted, policy, before, at) : Outcome.NOTHING;
        Sight sight = velero ? sight(wanted, before, at) : Sight.NONE;
        Money money = costs.of(wanted.policy());
        List<Condition> conditions = Conditions.of(wanted, outcome, velero, sight.health(), money);
        ObjectNode status = PolicyStatus.of(wanted, outcome, conditions, sight, money, before, at);
        tell(policy, Note.of(outcome, sight.watch(), conditions, before));
        measure(wanted, outcome, sight, money);
        costs.oldestPrice().ifPresent(day -> telemetry.prices(day, at));
        return new Result(status, velero ? sight.next() : SOON);
    }

    private void measure(Wanted wanted, Outcome outcome, Sight sight, Money money) {
        BackupPlan plan = wanted.plan();
        EnvironmentPlan environment = refresher.desired().environment();
        if (plan != null && environment != null) {
            telemetry.found(environment, plan, outcome, sight, money);
        }
    }

    private void tell(BackupPolicyResource policy, List<Note> notes) {
        var subject = new EventRecorder.Subject(
                Kind.API_VERSION,
                Kind.BACKUP_POLICY.word(),
                policy.getMetadata().getName(),
                policy.getMetadata().getUid());
        notes.forEach(note -> events.record(subject, note.warning(), note.reason(), note.text()));
    }

    /** Backups are looked after whether or not the policy can be applied at the moment. */
    private Sight sight(Wanted wanted, ObjectNode before, Instant at) {
        BackupPlan plan = wanted.plan();
        EnvironmentPlan environment = refresher.desired().environment();
        if (plan == null || environment == null) {
            return Sight.NONE;
        }
        String cluster = environment.environment().cluster();
        PolicyView seen = view.policy(plan.name());
        Map<Tier, TierLife> lives = TierLives.of(plan, cluster, seen, PolicyStatus.lives(before), at);
        Health health = Execution.judge(plan, cluster, lives, seen, at);
        Guardian.Watch watch = guardian.watch(plan, cluster, lives, health, seen, at);
        return new Sight(seen, lives, health, watch, Next.look(plan, health, seen, watch.next(), at));
    }

    /**
     * What was seen of the backups of a policy.
     *
     * @param view what it was judged by
     * @param lives since when its tiers are as they are
     * @param health absent where nothing is promised
     * @param next when to look again at the latest; absent where there is nothing to look at
     */
    record Sight(
            PolicyView view,
            Map<Tier, TierLife> lives,
            @Nullable Health health,
            Guardian.Watch watch,
            @Nullable Duration next) {
        static final Sight NONE = new Sight(PolicyView.NOTHING, Map.of(), null, Guardian.Watch.NONE, null);
    }

    /** The status of a policy that could not be seen to: the server refuses, or is not there. */
    ObjectNode failed(BackupPolicyResource policy, ObjectNode before, Exception failure) {
        Optional<Wanted> known = refresher.desired().policy(policy.getMetadata().getName());
        if (known.isEmpty()) {
            return before;
        }
        Outcome outcome = Outcome.failed(Failures.text(failure));
        ObjectNode status = before.deepCopy();
        status.set(
                "conditions",
                Condition.write(
                        Conditions.of(known.get(), outcome, view.hasVelero(), null, Money.UNKNOWN),
                        before.path("conditions"),
                        known.get().generation(),
                        clock.instant()));
        return status;
    }
}
