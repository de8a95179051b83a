package dev.ballast.cost;

/**
 * How many bytes a store gains with a backup and loses without it. Backups are taken in the order of their begins and dropped in any
 * order; a ledger serves one sweep.
 */
sealed interface Ledger permits Ledger.Chain, Ledger.Full, Ledger.PerTier {
    /** Bytes that come with the next backup, from 0. */
    long take(int backup);

    /** Bytes that go with a backup, from 0. */
    long drop(int backup);

    /**
     * Data that grows.
     *
     * @param bytes at {@code at}
     * @param daily bytes more each day, from 0
     * @param at epoch seconds
     */
    record Data(long bytes, long daily, long at) {
        public Data {
            if (bytes < 0 || daily < 0) {
                throw new IllegalArgumentException("negative: %d, %d a day".formatted(bytes, daily));
            }
        }

        /** Bytes at a time; never fewer than none. */
        long at(long second) {
            return daily == 0 ? bytes : Math.max(0, bytes + (long) ((double) daily * (second - at) / ChangeCurve.DAY));
        }
    }

    /** Every backup is a copy of the whole. */
    record Full(Lineage backups, Data data) implements Ledger {
        @Override
        public long take(int backup) {
            return data.at(backups.start(backup));
        }

        @Override
        public long drop(int backup) {
            return data.at(backups.start(backup));
        }
    }

    /**
     * One chain of increments. A block is stored once for the oldest backup there is, and once more for each pair of neighbours between
     * which it was written: {@code size × (1 + sum of the changes between neighbours)}. So a backup that goes gives back what only it
     * held, and its neighbours become each other's.
     */
    final class Chain implements Ledger {
        private static final int CACHE = 64;
        private static final int NONE = -1;

        private final Lineage backups;
        private final Data data;
        private final ChangeCurve curve;
        private final int[] older;
        private final int[] newer;
        private int newest = NONE;
        private final long[] cachedGaps = new long[CACHE];
        private final long[] cachedBytes = new long[CACHE];

        Chain(Lineage backups, Data data, ChangeCurve curve) {
            this.backups = backups;
            this.data = data;
            this.curve = curve;
            this.older = new int[backups.size()];
            this.newer = new int[backups.size()];
            java.util.Arrays.fill(cachedGaps, NONE);
        }

        @Override
        public long take(int backup) {
            int before = newest;
            older[backup] = before;
            newer[backup] = NONE;
            newest = backup;
            long whole = data.at(backups.start(backup));
            if (before == NONE) {
                return whole;
            }
            newer[before] = backup;
            return whole - data.at(backups.start(before)) + between(before, backup);
        }

        @Override
        public long drop(int backup) {
            int before = older[backup];
            int after = newer[backup];
            if (before != NONE) {
                newer[before] = after;
            }
            if (after == NONE) {
                newest = before;
                long whole = data.at(backups.start(backup));
                return before == NONE ? whole : whole - data.at(backups.start(before)) + between(before, backup);
            }
            older[after] = before;
            return before == NONE
                    ? between(backup, after)
                    : between(before, backup) + between(backup, after) - between(before, after);
        }

        /** Bytes of the older of two that the newer no longer has. */
        private long between(int older, int newer) {
            long gap = backups.start(newer) - backups.start(older);
            if (data.daily() != 0) {
                return curve.bytes(data.at(backups.start(older)), gap);
            }
            int slot = (int) ((gap * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - 6));
            if (cachedGaps[slot] != gap) {
                cachedGaps[slot] = gap;
                cachedBytes[slot] = curve.bytes(data.bytes(), gap);
            }
            return cachedBytes[slot];
        }
    }

    /**
     * The rule of thumb that reviewers know: the whole once, and for each backup but one of the finest tier what changes in a period of
     * its tier. Never below the chain of the same backups while no period is longer than its tier's gaps.
     */
    final class PerTier implements Ledger {
        private final Lineage backups;
        private final long whole;
        private final long[] increments;
        private final int[] counts;
        private int total;

        /** @param increments bytes per backup of each row; the first row is the finest tier */
        PerTier(Lineage backups, long whole, long[] increments) {
            this.backups = backups;
            this.whole = whole;
            this.increments = increments.clone();
            this.counts = new int[increments.length];
        }

        @Override
        public long take(int backup) {
            long before = stored();
            counts[backups.member(backup)]++;
            total++;
            return stored() - before;
        }

        @Override
        public long drop(int backup) {
            long before = stored();
            counts[backups.member(backup)]--;
            total--;
            return before - stored();
        }

        private long stored() {
            return total == 0 ? 0 : of(whole, increments, counts);
        }

        /** Bytes of so many backups a tier. */
        static long of(long whole, long[] increments, int[] counts) {
            long bytes = whole;
            for (int tier = 0; tier < increments.length; tier++) {
                bytes += increments[tier] * (tier == 0 ? Math.max(0, counts[tier] - 1) : counts[tier]);
            }
            return bytes;
        }
    }
}
