package dev.ballast.guard;

import dev.ballast.observed.ObservedBackup;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One look at the good backups of a policy, newest first: what was decided of the newer ones is known when an older one's turn comes.
 *
 * <p>A backup is let go when enough newer ones are there, or when the policy itself would have no more of them, and no more others, by its own
 * rhythm. The only good one is never let go.
 */
final class Watch {
    private static final Comparator<ObservedBackup> NEWEST_FIRST = Comparator.comparing(ObservedBackup::begun)
            .thenComparing(ObservedBackup::name)
            .reversed();

    /** A life is made longer by this much at least, or by as much as it is long: then the next time is not soon. */
    private static final Duration LEAST = Duration.ofDays(1);

    /** And no further ahead than this: what ends the need for a backup, a new policy for one, then ends the backup within a week. */
    private static final Duration MOST = Duration.ofDays(7);

    private final GuardInput input;
    private final List<ObservedBackup> good;
    private final Duration forRun;
    private final ExpectedRuns expected;

    private final List<Extension> extensions = new ArrayList<>();
    private final List<ObservedBackup> letGo = new ArrayList<>();
    private int newer;
    private @Nullable Instant next;

    private Watch(GuardInput input) {
        this.input = input;
        this.good = new ArrayList<>(input.backups());
        good.removeIf(backup -> !isGuarded(backup));
        good.sort(NEWEST_FIRST);
        this.forRun = Margin.forRun(good);
        this.expected = new ExpectedRuns(input, forRun);
    }

    /** Looks at everything. */
    static Watch keep(GuardInput input) {
        var watch = new Watch(input);
        for (int i = 0; i < watch.good.size() && watch.newer < input.wanted(); i++) {
            watch.judge(i);
        }
        return watch;
    }

    List<Extension> extensions() {
        return List.copyOf(extensions);
    }

    /** When to look again at the latest; absent where nothing is to be looked at. */
    @Nullable
    Instant next() {
        return next;
    }

    private boolean isGuarded(ObservedBackup backup) {
        return backup.phase().isGood()
                && backup.expires() != null
                && backup.begun().isBefore(backup.expires())
                && backup.mayBeOf(input.cluster())
                && !input.deleting().contains(backup.name());
    }

    private void judge(int index) {
        ObservedBackup backup = good.get(index);
        Instant expires = Objects.requireNonNull(backup.expires());
        Instant opens = Margin.opens(backup.begun(), expires);
        if (opens.isAfter(input.at())) {
            newer++;
            lookAt(opens);
            return;
        }
        lookAt(input.at().plus(Margin.look(Duration.between(opens, expires))));
        if (isLetGo(backup, later(expires, input.at()), good.subList(index + 1, good.size()))) {
            letGo.add(backup);
        } else {
            extensions.add(extension(backup, expires));
            newer++;
        }
    }

    private void lookAt(Instant time) {
        next = next == null || time.isBefore(next) ? time : next;
    }

    /** @param then when it would go */
    private boolean isLetGo(ObservedBackup backup, Instant then, List<ObservedBackup> older) {
        int wanted = input.wanted();
        if (newer < expected.newer(backup)) {
            return false;
        }
        int others = newer + lasting(letGo, then) + lasting(older, then);
        if (others == 0) {
            return canWait(backup);
        }
        return others >= wanted || others >= expected.others(backup, then);
    }

    /** Whether a run that is due before the only good backup expires will have ended in good time. */
    private boolean canWait(ObservedBackup backup) {
        Instant expires = Objects.requireNonNull(backup.expires());
        Instant last = Margin.closes(backup.begun(), expires).minus(forRun);
        return expected.next(1, last).isBefore(last);
    }

    private static int lasting(List<ObservedBackup> backups, Instant then) {
        int count = 0;
        for (ObservedBackup backup : backups) {
            count += Objects.requireNonNull(backup.expires()).isAfter(then) ? 1 : 0;
        }
        return count;
    }

    /** Until as many runs as are missing could have been made. */
    private Extension extension(ObservedBackup backup, Instant expires) {
        Instant at = input.at().truncatedTo(ChronoUnit.SECONDS);
        Instant most = at.plus(MOST);
        Instant made = expected.next(input.wanted() - newer, most).plus(forRun);
        Duration life = Duration.between(backup.begun(), expires);
        Instant least = at.plus(life.compareTo(LEAST) < 0 ? life : LEAST);
        Instant to = later(least, Margin.expiryFor(backup.begun(), made));
        return new Extension(
                backup.name(),
                backup.uid(),
                backup.originallyExpires() == null ? expires : backup.originallyExpires(),
                expires,
                (to.isAfter(most) ? most : to).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS),
                reason());
    }

    private String reason() {
        String found =
                newer == 0 ? "no newer backup is" : newer == 1 ? "1 newer backup is" : newer + " newer backups are";
        return "only %s good, and the newest %d are never let go"
                .formatted(found, input.wanted())
                .replace("only no newer", "no newer");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
