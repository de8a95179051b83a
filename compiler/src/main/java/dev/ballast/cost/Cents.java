package dev.ballast.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Amounts as they are shown: rounded, and still adding up. */
public final class Cents {
    private Cents() {}

    /** An amount with so many digits behind the point. */
    public static BigDecimal round(BigDecimal amount, int digits) {
        return amount.setScale(digits, RoundingMode.HALF_UP);
    }

    /**
     * Parts rounded so that they add up to their rounded sum: every part is rounded down, and what is missing goes to those that lost
     * most, the earlier of equals first. No part moves by a whole last digit.
     */
    public static List<BigDecimal> shares(List<BigDecimal> parts, int digits) {
        BigDecimal total = round(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add), digits);
        var shown = new ArrayList<BigDecimal>(parts.stream()
                .map(part -> part.setScale(digits, RoundingMode.FLOOR))
                .toList());
        BigDecimal missing = total.subtract(shown.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        Comparator<Integer> lostMost = Comparator.comparing(i -> parts.get(i).subtract(shown.get(i)));
        List<Integer> order = IntStream.range(0, parts.size())
                .boxed()
                .sorted(lostMost.reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        int steps = missing.movePointRight(digits).intValueExact();
        BigDecimal step = BigDecimal.ONE.movePointLeft(digits);
        order.stream().limit(steps).forEach(i -> shown.set(i, shown.get(i).add(step)));
        return List.copyOf(shown);
    }
}
