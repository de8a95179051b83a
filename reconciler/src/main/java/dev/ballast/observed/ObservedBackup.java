package dev.ballast.observed;

import dev.ballast.forecast.ExistingBackup;
import dev.ballast.policy.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A velero.io/v1 Backup.
 *
 * @param policy whose it is, by our label; absent for a Backup of others
 * @param tier by our label
 * @param cluster where it was made, by our label; another one where two clusters read one store
 * @param schedule by Velero's label {@code velero.io/schedule-name}; absent for one made by hand
 * @param store the location it lies in; absent until Velero has taken it up
 * @param started when Velero took it up; the expiry counts from then
 * @param expires when it stops being kept; it is collected some time after
 * @param gcFailure why Velero could not collect it, by its label {@code velero.io/gc-failure}
 * @param heldBy finalizers that keep it although it was deleted; none of one that was not deleted
 * @param namespaces that it includes, as written; empty or {@code *} for all
 * @param originallyExpires when it would have expired, by the annotation that the guard leaves when it moves that; absent where it did not
 */
public record ObservedBackup(
        String name,
        String uid,
        @Nullable String policy,
        @Nullable Tier tier,
        @Nullable String cluster,
        @Nullable String schedule,
        @Nullable String store,
        BackupPhase phase,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant completed,
        @Nullable Instant expires,
        List<String> validationErrors,
        @Nullable String failure,
        @Nullable String gcFailure,
        List<String> heldBy,
        @Nullable Instant originallyExpires,
        List<String> namespaces) {
    /** The annotation that keeps the expiry that a Backup had before the guard moved it. */
    public static final String ORIGINAL_EXPIRATION = "ballast.dev/original-expiration";

    public ObservedBackup {
        validationErrors = List.copyOf(validationErrors);
        heldBy = List.copyOf(heldBy);
        namespaces = List.copyOf(namespaces);
    }

    /** One that was not deleted, and of which it is not known what it includes. */
    public ObservedBackup(
            String name,
            String uid,
            @Nullable String policy,
            @Nullable Tier tier,
            @Nullable String cluster,
            @Nullable String schedule,
            @Nullable String store,
            BackupPhase phase,
            Instant created,
            @Nullable Instant started,
            @Nullable Instant completed,
            @Nullable Instant expires,
            List<String> validationErrors,
            @Nullable String failure,
            @Nullable String gcFailure) {
        this(
                name,
                uid,
                policy,
                tier,
                cluster,
                schedule,
                store,
                phase,
                created,
                started,
                completed,
                expires,
                validationErrors,
                failure,
                gcFailure,
                List.of(),
                null,
                List.of());
    }

    /**
     * When it was asked for. It may have waited long before it began; and one that Velero read back from its store was created here later
     * than it began.
     */
    public Instant asked() {
        return started != null && started.isBefore(created) ? started : created;
    }

    /** When it began, or when it was asked for where it did not begin yet. */
    public Instant begun() {
        return started == null ? created : started;
    }

    /** Whether it can be restored at a time. */
    public boolean isPoint(Instant at) {
        return phase.isGood() && expires != null && expires.isAfter(at);
    }

    /** Whether the guard has let it live longer than its Schedule said. */
    public boolean isExtended() {
        return originallyExpires != null && expires != null && expires.isAfter(originallyExpires);
    }

    /** Whether it may be of a cluster: Velero shows the backups of every cluster that writes to a store. */
    public boolean mayBeOf(String otherCluster) {
        return cluster == null || cluster.equals(otherCluster);
    }

    /** Whether it is of a tier: by our label, else by the Schedule that made it, before that was adopted. */
    public boolean isOf(Tier otherTier, String scheduleOfTier) {
        return tier == null ? scheduleOfTier.equals(schedule) : tier == otherTier;
    }

    /** The same for a forecast; nothing for one that never began. */
    public Optional<ExistingBackup> existing() {
        return started == null || expires == null || !started.isBefore(expires)
                ? Optional.empty()
                : Optional.of(new ExistingBackup(name, policy, tier, started, expires, phase.isGood(), cluster));
    }
}
