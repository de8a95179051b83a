package dev.ballast.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Terms;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CloudNativePG ScheduledBackups on the times of a tier. What they keep is decided by the Cluster, not here. */
final class DatabaseBackups {
    private static final String API_VERSION = "postgresql.cnpg.io/v1";
    private static final String PLUGIN = "barman-cloud.cloudnative-pg.io";

    private DatabaseBackups() {}

    static List<Manifest> of(BackupPlan plan) {
        return plan.terms().databases().stream()
                .flatMap(database -> plan.tier(database.tier()).stream()
                        .filter(tier -> tier.utcCron() != null)
                        .map(tier -> manifest(plan, database, tier)))
                .toList();
    }

    private static Manifest manifest(BackupPlan plan, Terms.Database database, TierPlan tier) {
        var spec = new Spec(
                "0 " + tier.utcCron(),
                new Cluster(database.cluster()),
                "self",
                database.method(),
                database.method().equals("plugin") ? new Plugin(PLUGIN) : null,
                plan.paused());
        String name = "%s-%s".formatted(database.cluster(), tier.tier().word());
        return Manifest.of(API_VERSION, "ScheduledBackup", name, database.namespace(), spec)
                .labelled(Marks.ofPolicy(plan.policy()))
                .labelled(Map.of(Marks.TIER, tier.tier().word()));
    }

    /**
     * Spec of a CloudNativePG ScheduledBackup.
     *
     * @param schedule six fields, seconds first, in UTC: CloudNativePG's own form
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Spec(
            String schedule,
            Cluster cluster,
            String backupOwnerReference,
            String method,
            @Nullable Plugin pluginConfiguration,
            @Nullable Boolean suspend) {}

    record Cluster(String name) {}

    record Plugin(String name) {}
}
