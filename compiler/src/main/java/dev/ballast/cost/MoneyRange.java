package dev.ballast.cost;

import java.math.BigDecimal;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/**
 * Money a month in one currency, in the cases that bytes are fewest, as estimated and most; exact, not rounded. Ascending, except for what
 * is taken off a bill, which may be more where there are more bytes.
 */
public record MoneyRange(BigDecimal low, BigDecimal estimate, BigDecimal high) {
    /** No money. */
    public static final MoneyRange NONE = exactly(BigDecimal.ZERO);

    /** An amount that is known. */
    public static MoneyRange exactly(BigDecimal amount) {
        return new MoneyRange(amount, amount, amount);
    }

    /** What some bytes cost; more bytes never cost less. */
    static MoneyRange of(ByteRange bytes, LongFunction<BigDecimal> price) {
        BigDecimal estimate = price.apply(bytes.estimate());
        BigDecimal low = bytes.low() == bytes.estimate() ? estimate : price.apply(bytes.low());
        BigDecimal high = bytes.high() == bytes.estimate() ? estimate : price.apply(bytes.high());
        return new MoneyRange(low, estimate, high);
    }

    /** Both together. */
    public MoneyRange plus(MoneyRange other) {
        return new MoneyRange(low.add(other.low), estimate.add(other.estimate), high.add(other.high));
    }

    /** Each of the three changed alike. */
    MoneyRange map(UnaryOperator<BigDecimal> change) {
        return new MoneyRange(change.apply(low), change.apply(estimate), change.apply(high));
    }

    /** Each of the three rounded. */
    public MoneyRange rounded(int digits) {
        return map(amount -> Cents.round(amount, digits));
    }
}
