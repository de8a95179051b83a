package dev.ballast.drift;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.bucket.BucketLedger.Section;
import dev.ballast.bucket.BucketLedger.State;
import dev.ballast.cost.Bytes;
import dev.ballast.cost.Cause;
import dev.ballast.cost.Decomposition;
import dev.ballast.cost.Deposits;
import dev.ballast.cost.Site;
import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedUpload;
import dev.ballast.report.Sizes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What lies in the stores of an environment that no policy accounts for. */
final class Unowned {
    /** What the archive of a backup takes where nobody measured it: as policies assume it. */
    private static final long ARCHIVE = 5L << 20;

    private final CostBasis basis;
    private final Deposits deposits;
    private final Owners owners;
    private final Uploads uploads;
    private final Sites sites;
    private final Map<Bytes.Bin, Long> bins = new LinkedHashMap<>();
    private final List<Decomposition.Step> steps = new ArrayList<>();
    private final Map<Cause.Kind, List<String>> evidence = new EnumMap<>(Cause.Kind.class);

    Unowned(CostBasis basis, Deposits deposits, Owners owners, Uploads uploads) {
        this.basis = basis;
        this.deposits = deposits;
        this.owners = owners;
        this.uploads = uploads;
        this.sites = new Sites(basis, deposits);
    }

    /** Nothing where no bucket was listed and no backup is nobody's. */
    @Nullable
    CostDrift drift() {
        List<ObservedBackup> backups = owners.nobodys().stream()
                .filter(backup -> backup.phase() != BackupPhase.FAILED_VALIDATION)
                .toList();
        if (backups.isEmpty() && basis.ledgers().isEmpty()) {
            return null;
        }
        unmanaged(backups);
        ledgers(Cause.Kind.ORPHANED);
        ledgers(Cause.Kind.UNEXPLAINED);
        Decomposition parts = Decomposition.of(Decomposition.Worth.NONE, steps);
        return new CostDrift(
                deposits.currency().orElse(null),
                parts,
                evidence,
                Certainty.MODELLED,
                isMeasured(backups) ? Certainty.MEASURED : Certainty.ASSUMED,
                deposits.currency().isPresent()
                        && basis.thresholds()
                                .exceededBy(parts.drift(), parts.expected().monthly()));
    }

    private boolean isMeasured(List<ObservedBackup> backups) {
        return backups.stream().allMatch(backup -> ledger(backup) != null);
    }

    private @Nullable BucketLedger ledger(ObservedBackup backup) {
        Site site = sites.of(backup.store()).orElse(null);
        return site == null || site.store() == null ? null : basis.ledgers().get(site.store());
    }

    private void unmanaged(List<ObservedBackup> backups) {
        var volumes = new TreeMap<String, Map<String, Long>>();
        for (ObservedBackup backup : backups) {
            Site site = sites.of(backup.store()).orElse(null);
            if (site != null && site.store() != null) {
                BucketLedger ledger = ledger(backup);
                add(
                        Bytes.Sort.ARCHIVES,
                        site,
                        ledger == null
                                ? ARCHIVE
                                : ledger.of(Section.BACKUPS, backup.name()).bytes());
                uploads.of(backup.name()).forEach(upload -> volume(volumes, upload));
            }
        }
        volumes.forEach((store, byNamespace) -> sites.of(store)
                .ifPresent(site -> byNamespace.forEach(
                        (namespace, bytes) -> add(Bytes.Sort.VOLUMES, site, measured(site, namespace, bytes)))));
        step(Cause.Kind.UNMANAGED);
        if (!backups.isEmpty()) {
            List<String> names =
                    backups.stream().map(ObservedBackup::name).sorted().toList();
            evidence.put(
                    Cause.Kind.UNMANAGED,
                    List.of("%s of no policy: %s"
                            .formatted(Wording.count(names.size(), "backup"), Evidence.list(names))));
        }
    }

    /** The whole of each volume once, and what each later upload added. Where a policy has the same volumes they are counted there. */
    private void volume(Map<String, Map<String, Long>> volumes, ObservedUpload upload) {
        if (!owners.isOwned(upload.namespace())) {
            ObservedUpload before = uploads.before(upload);
            Long more = before == null ? null : upload.incrementalBytes();
            volumes.computeIfAbsent(upload.store(), store -> new TreeMap<>())
                    .merge(upload.namespace(), more == null ? upload.totalBytes() : more, Long::sum);
        }
    }

    private long measured(Site site, String namespace, long modelled) {
        BucketLedger ledger = site.store() == null ? null : basis.ledgers().get(site.store());
        return ledger == null
                ? modelled
                : ledger.of(Section.KOPIA, namespace)
                        .plus(ledger.of(Section.RESTIC, namespace))
                        .bytes();
    }

    private void ledgers(Cause.Kind kind) {
        var lines = new ArrayList<String>();
        new TreeMap<>(basis.ledgers())
                .forEach((store, ledger) -> sites.of(store).ifPresent(site -> {
                    var parts = new TreeMap<BucketLedger.Part, BucketLedger.Amount>();
                    ledger.holdings().forEach((key, amount) -> {
                        BucketLedger.Part part = part(key, store, kind);
                        if (part != null) {
                            parts.merge(part, amount, BucketLedger.Amount::plus);
                        }
                    });
                    parts.forEach((part, amount) -> {
                        add(Bytes.Sort.ARCHIVES, site, amount.bytes());
                        lines.add("%s in `%s`: %s, %s"
                                .formatted(part.title(), store, Sizes.text(amount.bytes()), objects(amount.objects())));
                    });
                }));
        step(kind);
        if (!lines.isEmpty()) {
            evidence.put(kind, lines);
        }
    }

    private static String objects(long number) {
        return number == 1 ? "1 object" : number + " objects";
    }

    /** The part that bytes are shown in under a cause; nothing when they belong to another cause, or to somebody. */
    private BucketLedger.@Nullable Part part(BucketLedger.Key key, String store, Cause.Kind kind) {
        boolean orphaned = kind == Cause.Kind.ORPHANED;
        return switch (key.section()) {
            case BACKUPS ->
                orphaned
                                && !owners.isBackup(key.name())
                                && owners.policyOf(key.name()).isEmpty()
                        ? BucketLedger.Part.UNKNOWN_BACKUPS
                        : null;
            case KOPIA, RESTIC ->
                orphaned && !owners.isKnown(key.name(), store) ? BucketLedger.Part.UNKNOWN_VOLUMES : null;
            case RESTORES -> orphaned ? null : BucketLedger.Part.RESTORES;
            case PLUGINS, METADATA -> orphaned ? null : BucketLedger.Part.PLUGINS;
            case OTHER -> orphaned == (key.state() == State.INCOMPLETE) ? other(key) : null;
        };
    }

    private static BucketLedger.Part other(BucketLedger.Key key) {
        return key.state() == State.INCOMPLETE ? BucketLedger.Part.INCOMPLETE : BucketLedger.Part.OTHER;
    }

    private void add(Bytes.Sort sort, Site site, long bytes) {
        bins.merge(new Bytes.Bin(sort, site), bytes, Long::sum);
    }

    private void step(Cause.Kind kind) {
        steps.add(new Decomposition.Step(kind, deposits.worth(new Bytes(bins), true)));
    }
}
