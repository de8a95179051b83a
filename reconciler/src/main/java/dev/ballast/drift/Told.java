package dev.ballast.drift;

import dev.ballast.observed.LiveObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drift of objects in words: what is so, and what to do about it. */
final class Told {
    private Told() {}

    static ManifestDrift missing(LiveObject wanted) {
        return whole(ManifestDrift.Kind.MISSING, wanted, "is not there", "apply the policies again");
    }

    static ManifestDrift conflict(LiveObject live, Ownership ownership) {
        String owner = ownership.others().isEmpty() ? "" : ", written by " + names(ownership.others());
        return whole(
                ManifestDrift.Kind.CONFLICT,
                live,
                (ownership.labelled() ? "carries our label, but was not applied by us" : "belongs to somebody else")
                        + owner,
                "rename one of the two, or let Ballast take it over with the annotation `ballast.dev/adopt: \"true\"` on the policy");
    }

    static ManifestDrift orphaned(LiveObject live, Ownership ownership) {
        String owner = ownership.isOurs() ? "" : ", and was not applied by us";
        return whole(
                ManifestDrift.Kind.ORPHANED,
                live,
                "is asked for by no policy" + owner,
                live.kind().equals("Schedule")
                        ? "delete it; backups that it made stay until they expire"
                        : live.kind().equals("BackupStorageLocation")
                                ? "delete it once no backup in it is needed: Velero forgets the backups of a location that is gone"
                                : "delete it");
    }

    static ManifestDrift unavailable(LiveObject live) {
        String said = live.root().path("status").path("message").asText();
        return whole(
                ManifestDrift.Kind.UNAVAILABLE,
                live,
                "cannot be reached by Velero" + (said.isEmpty() ? "" : ": " + said),
                "look at the bucket, its credentials and the network; nothing is backed up or collected there until then");
    }

    static ManifestDrift changed(LiveObject live, List<FieldDrift> fields) {
        boolean onlyLost = fields.stream().allMatch(FieldDrift::isOwnershipOnly);
        return fields(
                ManifestDrift.Kind.CHANGED,
                live,
                fields,
                onlyLost ? "is no longer ours in" : "is not as it should be in",
                "apply the policies again; if the change is meant, write it into the policy first");
    }

    static ManifestDrift extra(LiveObject live, List<FieldDrift> fields) {
        return fields(
                ManifestDrift.Kind.EXTRA,
                live,
                fields,
                "has what nobody asked for in",
                "remove it by hand, since applying leaves it alone, or write it into the policy");
    }

    static ManifestDrift paused(LiveObject live, FieldDrift field) {
        return new ManifestDrift(
                ManifestDrift.Kind.PAUSED,
                live.id(),
                List.of(field),
                field.author(),
                time(field),
                "`%s` is paused%s".formatted(live.id(), by(field.author())),
                "%s, or say `suspend: true` in the policy"
                        .formatted(new Commands(live.namespace()).unpause(live.name())));
    }

    private static ManifestDrift whole(ManifestDrift.Kind kind, LiveObject object, String what, String help) {
        return new ManifestDrift(
                kind, object.id(), List.of(), null, null, "`%s` %s".formatted(object.id(), what), help);
    }

    private static ManifestDrift fields(
            ManifestDrift.Kind kind, LiveObject live, List<FieldDrift> fields, String what, String help) {
        Author author = author(fields).orElse(null);
        String more = switch (fields.size()) {
            case 1 -> "";
            case 2 -> " and one field more";
            default -> " and %d fields more".formatted(fields.size() - 1);
        };
        return new ManifestDrift(
                kind,
                live.id(),
                fields,
                author,
                since(fields),
                "`%s` %s `%s`%s%s".formatted(live.id(), what, fields.get(0).path(), more, by(author)),
                help);
    }

    /** Who wrote last. */
    private static Optional<Author> author(List<FieldDrift> fields) {
        Comparator<Author> byTime =
                Comparator.comparing(author -> Objects.requireNonNullElse(author.time(), Instant.MIN));
        return fields.stream().map(FieldDrift::author).filter(Objects::nonNull).max(byTime);
    }

    /** The earliest that is recorded. */
    private static @Nullable Instant since(List<FieldDrift> fields) {
        return fields.stream()
                .map(Told::time)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant time(FieldDrift field) {
        Author author = field.author();
        return author == null ? null : author.time();
    }

    private static String by(@Nullable Author author) {
        return author == null
                ? ""
                : ", by `%s` (%s)"
                        .formatted(author.manager(), author.operation().toLowerCase(Locale.ROOT));
    }

    private static String names(List<String> names) {
        return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
    }
}
