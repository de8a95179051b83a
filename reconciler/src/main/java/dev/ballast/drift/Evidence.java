package dev.ballast.drift;

import dev.ballast.cost.Bytes;
import dev.ballast.cost.Cause;
import dev.ballast.cost.Deposits;
import dev.ballast.cost.Kept;
import dev.ballast.cost.Quote;
import dev.ballast.cost.Site;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedDeletion;
import dev.ballast.policy.Terms;
import dev.ballast.report.Sizes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why each cause is believed, line by line. */
final class Evidence {
    private final CostBasis basis;
    private final Deposits deposits;
    private final Figures figures;
    private final Copies copies;
    private final Map<String, ObservedDeletion> deletions;

    Evidence(
            CostBasis basis,
            Deposits deposits,
            Figures figures,
            Copies copies,
            Map<String, ObservedDeletion> deletions) {
        this.basis = basis;
        this.deposits = deposits;
        this.figures = figures;
        this.copies = copies;
        this.deletions = deletions;
    }

    /** Lines for the causes that are not nothing. */
    Map<Cause.Kind, List<String>> lines() {
        var lines = new EnumMap<Cause.Kind, List<String>>(Cause.Kind.class);
        for (Cause cause : figures.end().parts().causes()) {
            if (cause.bytes() != 0 || cause.amount().signum() != 0) {
                lines.put(cause.kind(), of(cause.kind()));
            }
        }
        return lines;
    }

    private List<String> of(Cause.Kind kind) {
        return switch (kind) {
            case MISSING -> List.of(named(copies.missing(), "run", "left no backup"));
            case OVERDUE -> overdue();
            case UNMANAGED -> List.of(named(copies.unmanaged(), "backup", "made for no run of the policy"));
            case ORPHANED -> orphaned();
            case SIZE -> size();
            case CHANGE -> change();
            case PLACE -> places();
            case PRICE -> prices();
            case UNEXPLAINED -> unexplained();
            case SCHEDULE -> List.of();
        };
    }

    private static String named(List<Copy> some, String noun, String what) {
        List<String> names = some.stream().map(Copy::name).sorted().toList();
        return "%s %s: %s".formatted(Wording.count(names.size(), noun), what, list(names));
    }

    /** {@code a, b, c and 4 more}. */
    static String list(List<String> names) {
        String some = names.stream().limit(ExecutionDrift.NAMED).collect(Collectors.joining(", "));
        int more = names.size() - ExecutionDrift.NAMED;
        return more > 0 ? "%s and %d more".formatted(some, more) : some;
    }

    private List<String> overdue() {
        var lines = new ArrayList<String>();
        lines.add(named(copies.overdue(), "backup", "should be gone"));
        List<ObservedBackup> backups = copies.overdue().stream()
                .map(Copy::backup)
                .filter(Objects::nonNull)
                .toList();
        var reasons = new TreeMap<String, Integer>();
        backups.forEach(
                backup -> Optional.ofNullable(backup.gcFailure()).ifPresent(r -> reasons.merge(r, 1, Integer::sum)));
        reasons.forEach((reason, count) ->
                lines.add("Velero could not collect %s: %s".formatted(Wording.count(count, "backup"), reason)));
        backups.forEach(backup -> deletion(backup).ifPresent(lines::add));
        backups.stream()
                .filter(backup -> !backup.heldBy().isEmpty())
                .forEach(backup ->
                        lines.add("`%s` is held by finalizer %s".formatted(backup.name(), list(backup.heldBy()))));
        List<String> longer = backups.stream()
                .filter(backup -> backup.expires() != null && backup.expires().isAfter(basis.at()))
                .map(ObservedBackup::name)
                .sorted()
                .toList();
        if (!longer.isEmpty()) {
            lines.add("%s to live longer than the policy says: %s"
                    .formatted(
                            Wording.count(longer.size(), "backup") + (longer.size() == 1 ? " is" : " are"),
                            list(longer)));
        }
        return lines;
    }

    private Optional<String> deletion(ObservedBackup backup) {
        ObservedDeletion deletion = deletions.get(backup.name());
        if (deletion == null) {
            return Optional.empty();
        }
        return Optional.of(
                deletion.errors().isEmpty()
                        ? "the deletion of `%s` was asked for on %s"
                                .formatted(backup.name(), Wording.time(deletion.created()))
                        : "the deletion of `%s` failed: %s"
                                .formatted(backup.name(), deletion.errors().get(0)));
    }

    private List<String> orphaned() {
        var lines = new ArrayList<String>();
        if (!copies.orphaned().isEmpty()) {
            lines.add(named(copies.orphaned(), "folder", "in the bucket without a Backup"));
        }
        if (!copies.stray().isEmpty()) {
            lines.add(named(copies.stray(), "backup", "gone whose VolumeSnapshotContents are left"));
        }
        return lines;
    }

    private List<String> size() {
        return List.of("%s measured%s, %s declared"
                .formatted(
                        Sizes.text(total(figures.found())),
                        figures.measured() == null
                                ? ""
                                : " on " + Wording.time(figures.measured().at()),
                        Sizes.text(total(figures.said()))));
    }

    private static long total(Terms.Size size) {
        Long data = size.data();
        return data != null
                ? data
                : size.byMethod().values().stream().mapToLong(Long::longValue).sum();
    }

    private List<String> change() {
        var lines = new ArrayList<String>();
        if (figures.measured() != null) {
            figures.measured()
                    .deltas()
                    .forEach((span, sample) -> lines.add("%s measured after %s, the median of %s"
                            .formatted(
                                    Sizes.text(sample.bytes()),
                                    dev.ballast.report.Ages.text(span),
                                    Wording.count(sample.count(), "upload"))));
        }
        return lines;
    }

    private List<String> places() {
        var moved = new TreeMap<String, List<String>>();
        for (Copy copy : copies.actual()) {
            // What is left of one that is gone lies where it lay, and has no name.
            boolean there = copy.home().ended() == Kept.STAYS;
            (there ? moves(copy) : Stream.<String>empty())
                    .forEach(move ->
                            moved.computeIfAbsent(move, m -> new ArrayList<>()).add(copy.name()));
        }
        return moved.entrySet().stream()
                .map(move -> "%s %s: %s"
                        .formatted(
                                Wording.count(move.getValue().size(), "backup"),
                                move.getKey(),
                                list(move.getValue().stream().sorted().toList())))
                .toList();
    }

    private static Stream<String> moves(Copy copy) {
        return Stream.of(
                        move(copy.home().store(), copy.place()),
                        move(copy.home().snapshots(), copy.snapshots()))
                .flatMap(Optional::stream);
    }

    private static Optional<String> move(
            @org.jspecify.annotations.Nullable Site home, @org.jspecify.annotations.Nullable Site place) {
        return home == null || place == null || home.equals(place)
                ? Optional.empty()
                : Optional.of("in %s, not %s".formatted(place.title(), home.title()));
    }

    private List<String> prices() {
        return figures.end().modelled().bins().keySet().stream()
                .map(Bytes.Bin::site)
                .distinct()
                .flatMap(site -> price(site).stream())
                .toList();
    }

    private Optional<String> price(Site site) {
        Quote then = deposits.quote(site, false).orElse(null);
        Quote now = deposits.quote(site, true).orElse(null);
        return then == null || now == null || then.equals(now)
                ? Optional.empty()
                : Optional.of("`%s`: %s of %s, reckoned with %s of %s"
                        .formatted(
                                now.key(),
                                now.price().book().name(),
                                now.price().asOf(),
                                then.price().book().name(),
                                then.price().asOf()));
    }

    private List<String> unexplained() {
        var lines = new ArrayList<String>();
        figures.end()
                .measured()
                .forEach((bin, bytes) -> lines.add("%s of %s listed in `%s`, %s follow from what is known"
                        .formatted(
                                Sizes.text(bytes),
                                bin.sort() == Bytes.Sort.ARCHIVES ? "archives" : "volumes",
                                Objects.requireNonNullElse(bin.site().store(), ""),
                                Sizes.text(figures.end().modelled().bins().getOrDefault(bin, 0L)))));
        return lines;
    }
}
