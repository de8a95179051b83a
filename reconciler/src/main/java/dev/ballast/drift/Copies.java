package dev.ballast.drift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The backups that should be there and are, told apart; each list by time.
 *
 * @param expected should be there, the missing ones among them
 * @param missing are not there
 * @param overdue should be gone by now
 * @param unmanaged nobody asked for by a policy
 * @param orphaned folders without a Backup
 * @param stray snapshots without a Backup
 */
record Copies(
        List<Copy> expected,
        List<Copy> missing,
        List<Copy> overdue,
        List<Copy> unmanaged,
        List<Copy> orphaned,
        List<Copy> stray) {
    /** None at all. */
    static final Copies NONE = new Copies(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    Copies {
        expected = List.copyOf(expected);
        missing = List.copyOf(missing);
        overdue = List.copyOf(overdue);
        unmanaged = List.copyOf(unmanaged);
        orphaned = List.copyOf(orphaned);
        stray = List.copyOf(stray);
    }

    /** Those that should be there and are. */
    List<Copy> present() {
        var gone = new HashSet<>(missing);
        return expected.stream().filter(copy -> !gone.contains(copy)).toList();
    }

    /** All that are there. */
    List<Copy> actual() {
        return join(join(present(), overdue), join(unmanaged, join(orphaned, stray)));
    }

    Copies plus(Copies other) {
        return new Copies(
                join(expected, other.expected),
                join(missing, other.missing),
                join(overdue, other.overdue),
                join(unmanaged, other.unmanaged),
                join(orphaned, other.orphaned),
                join(stray, other.stray));
    }

    /** Only their volumes, or only their archives. */
    Copies counting(boolean volumes, boolean archive) {
        UnaryOperator<List<Copy>> each = copies ->
                copies.stream().map(copy -> copy.counting(volumes, archive)).toList();
        return new Copies(
                each.apply(expected),
                each.apply(missing),
                each.apply(overdue),
                each.apply(unmanaged),
                each.apply(orphaned),
                each.apply(stray));
    }

    static <T> List<T> join(List<T> some, List<T> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
