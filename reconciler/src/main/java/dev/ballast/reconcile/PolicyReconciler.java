package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Sees to one policy at a time: the framework says which and when, {@link PolicyPass} what is to be done. */
final class PolicyReconciler implements Reconciler<BackupPolicyResource> {
    private final PolicyPass pass;
    private final Telemetry telemetry;
    private final String namespace;
    private final Written written = new Written();
    private final SimpleInboundEventSource<BackupPolicyResource> nudges = new SimpleInboundEventSource<>("nudges");

    PolicyReconciler(PolicyPass pass, Telemetry telemetry, String namespace) {
        this.pass = pass;
        this.telemetry = telemetry;
        this.namespace = namespace;
    }

    /** Has a policy looked at soon. */
    void nudge(String policy) {
        nudges.propagateEvent(new ResourceID(policy, namespace));
    }

    @Override
    public List<EventSource<?, BackupPolicyResource>> prepareEventSources(
            EventSourceContext<BackupPolicyResource> context) {
        return List.of(nudges);
    }

    @Override
    public UpdateControl<BackupPolicyResource> reconcile(
            BackupPolicyResource policy, Context<BackupPolicyResource> context) {
        String name = policy.getMetadata().getName();
        String version = policy.getMetadata().getResourceVersion();
        ObjectNode seen = status(policy);
        PolicyPass.Result result = timed(() -> pass.run(policy, (ObjectNode) written.newest(name, version, seen)));
        UpdateControl<BackupPolicyResource> control = UpdateControl.noUpdate();
        ObjectNode status = result.status();
        if (status != null && written.isNews(name, version, seen, status)) {
            control = UpdateControl.patchStatus(withStatus(policy, status));
        }
        Duration next = result.next();
        return next == null ? control : control.rescheduleAfter(next);
    }

    private PolicyPass.Result timed(Supplier<PolicyPass.Result> look) {
        long begun = System.nanoTime();
        boolean failed = true;
        try {
            PolicyPass.Result result = look.get();
            failed = false;
            return result;
        } finally {
            telemetry.looked(Duration.ofNanos(System.nanoTime() - begun), failed);
        }
    }

    private static ObjectNode status(BackupPolicyResource policy) {
        return Optional.ofNullable(policy.getStatus()).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** Only what we own: server-side apply would take anything else for ours too. */
    private static BackupPolicyResource withStatus(BackupPolicyResource policy, ObjectNode status) {
        var fresh = new BackupPolicyResource();
        fresh.getMetadata().setName(policy.getMetadata().getName());
        fresh.getMetadata().setNamespace(policy.getMetadata().getNamespace());
        fresh.setStatus(status);
        return fresh;
    }

    @Override
    public ErrorStatusUpdateControl<BackupPolicyResource> updateErrorStatus(
            BackupPolicyResource policy, Context<BackupPolicyResource> context, Exception failure) {
        // What failed may have been the writing of a status.
        written.forget(policy.getMetadata().getName());
        ObjectNode before = status(policy);
        ObjectNode status = pass.failed(policy, before, failure);
        return Written.isSame(status, before)
                ? ErrorStatusUpdateControl.noStatusUpdate()
                : ErrorStatusUpdateControl.patchStatus(withStatus(policy, status));
    }
}
