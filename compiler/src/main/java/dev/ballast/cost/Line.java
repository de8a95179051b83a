package dev.ballast.cost;

import dev.ballast.policy.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bill in every window of a horizon, the rest first.
 *
 * @param tier when it is of one alone
 * @param bytes absent where not known, or not what is paid for
 * @param quantity at rest, of what is no bytes
 * @param monthly absent where not known
 */
record Line(
        Component.Kind kind,
        @Nullable Tier tier,
        @Nullable String store,
        @Nullable Quote quote,
        @Nullable List<ByteRange> bytes,
        @Nullable BigDecimal quantity,
        @Nullable List<MoneyRange> monthly) {

    /** As it is at rest. */
    Component component() {
        return new Component(
                kind,
                tier,
                store,
                bytes == null ? null : bytes.get(0),
                quote,
                quantity,
                monthly == null ? null : monthly.get(0));
    }

    /** Whether its bytes lie in a store: neither traffic nor bytes that are deleted and still paid for. */
    boolean stored() {
        return switch (kind) {
            case SNAPSHOTS, MOVED_DATA, FILE_SYSTEM, OBJECTS, NONCURRENT, REPLICATION -> true;
            case MINIMUM_DURATION, TRANSFER, REQUESTS, LISTING, ACCOUNT -> false;
        };
    }

    /** Two lines of one kind in one place as one. */
    Line plus(Line other) {
        return new Line(
                kind,
                null,
                store,
                quote,
                sum(bytes, other.bytes, ByteRange::plus),
                null,
                sum(monthly, other.monthly, MoneyRange::plus));
    }

    private static <T> @Nullable List<T> sum(@Nullable List<T> some, @Nullable List<T> others, BinaryOperator<T> plus) {
        return some == null || others == null
                ? null
                : IntStream.range(0, some.size())
                        .mapToObj(i -> plus.apply(some.get(i), others.get(i)))
                        .toList();
    }
}
