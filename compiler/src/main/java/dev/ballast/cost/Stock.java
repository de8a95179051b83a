package dev.ballast.cost;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Bytes in each window of a horizon.
 *
 * @param held mean of what is stored
 * @param unpaid mean of what is deleted and still paid for
 * @param came written, as in a month of 730 hours
 */
record Stock(List<ByteRange> held, List<ByteRange> unpaid, List<ByteRange> came) {

    /** One sweep for each end of the range and one for the middle. */
    static Stock of(StoredBytes low, StoredBytes estimate, StoredBytes high, Horizon horizon) {
        List<Horizon.Window> windows = horizon.windows();
        return new Stock(
                windows.stream()
                        .map(w -> ByteRange.around(
                                low.mean(w.from(), w.to()),
                                estimate.mean(w.from(), w.to()),
                                high.mean(w.from(), w.to())))
                        .toList(),
                windows.stream()
                        .map(w -> ByteRange.around(
                                low.unpaid(w.from(), w.to()),
                                estimate.unpaid(w.from(), w.to()),
                                high.unpaid(w.from(), w.to())))
                        .toList(),
                windows.stream()
                        .map(w -> ByteRange.around(
                                Math.round(w.perMonth(low.came(w.from(), w.to()))),
                                Math.round(w.perMonth(estimate.came(w.from(), w.to()))),
                                Math.round(w.perMonth(high.came(w.from(), w.to())))))
                        .toList());
    }

    /** The same with another number held at rest, for accountings whose figure at rest is no mean. */
    Stock resting(long bytes) {
        ByteRange rest = held.get(0);
        var all = new java.util.ArrayList<>(held);
        all.set(0, ByteRange.around(rest.low(), bytes, Math.max(bytes, rest.high())));
        return new Stock(List.copyOf(all), unpaid, came);
    }

    /** With a share more of everything, in hundredths: what the uploader's own indexes and half-empty packs take. */
    Stock plusPercent(int percent) {
        UnaryOperator<ByteRange> more = range -> new ByteRange(
                range.low() + range.low() / 100 * percent,
                range.estimate() + range.estimate() / 100 * percent,
                range.high() + range.high() / 100 * percent);
        return new Stock(
                held.stream().map(more).toList(),
                unpaid.stream().map(more).toList(),
                came.stream().map(more).toList());
    }

    Stock plus(Stock other) {
        return new Stock(sum(held, other.held), sum(unpaid, other.unpaid), sum(came, other.came));
    }

    /** What this holds more than another; never less than nothing. */
    List<ByteRange> heldBeyond(Stock other) {
        return IntStream.range(0, held.size())
                .mapToObj(i -> {
                    ByteRange more = held.get(i);
                    ByteRange less = other.held.get(i);
                    long low = Math.max(0, more.low() - less.low());
                    long estimate = Math.max(0, more.estimate() - less.estimate());
                    return ByteRange.around(low, estimate, Math.max(0, more.high() - less.high()));
                })
                .toList();
    }

    private static List<ByteRange> sum(List<ByteRange> some, List<ByteRange> others) {
        return IntStream.range(0, some.size())
                .mapToObj(i -> some.get(i).plus(others.get(i)))
                .toList();
    }
}
