package dev.ballast.cost;

import java.math.BigInteger;
import java.util.Arrays;

/** Bytes in consecutive windows of time; epoch seconds and bytes throughout. */
final class StoredBytes {
    private final long[] bounds;
    private final long[] mean;
    private final long[] peak;
    private final long[] came;
    private final long[] unpaid;

    StoredBytes(long[] bounds, long[] mean, long[] peak, long[] came, long[] unpaid) {
        this.bounds = bounds;
        this.mean = mean;
        this.peak = peak;
        this.came = came;
        this.unpaid = unpaid;
    }

    int windows() {
        return mean.length;
    }

    /** Mean over a window. */
    long mean(int window) {
        return mean[window];
    }

    /** Most at any time in a window. */
    long peak(int window) {
        return peak[window];
    }

    /** Bytes written in a window. */
    long came(int window) {
        return came[window];
    }

    /** Mean bytes that were deleted in a window before their least life was over, and are paid for all the same. */
    long unpaid(int window) {
        return unpaid[window];
    }

    /** Mean from one bound to another. */
    long mean(long from, long to) {
        return weighted(mean, from, to);
    }

    /** Mean bytes paid for although deleted, from one bound to another. */
    long unpaid(long from, long to) {
        return weighted(unpaid, from, to);
    }

    /** Most at any time from one bound to another. */
    long peak(long from, long to) {
        long most = 0;
        for (int i = index(from); i < index(to); i++) {
            most = Math.max(most, peak[i]);
        }
        return most;
    }

    /** Bytes written from one bound to another. */
    long came(long from, long to) {
        long all = 0;
        for (int i = index(from); i < index(to); i++) {
            all += came[i];
        }
        return all;
    }

    private long weighted(long[] values, long from, long to) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = index(from); i < index(to); i++) {
            sum = sum.add(BigInteger.valueOf(values[i]).multiply(BigInteger.valueOf(bounds[i + 1] - bounds[i])));
        }
        BigInteger length = BigInteger.valueOf(to - from);
        return sum.add(length.shiftRight(1)).divide(length).longValueExact();
    }

    private int index(long bound) {
        int index = Arrays.binarySearch(bounds, bound);
        if (index < 0) {
            throw new IllegalArgumentException("no bound: " + bound);
        }
        return index;
    }
}
