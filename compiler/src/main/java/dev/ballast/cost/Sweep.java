package dev.ballast.cost;

/** One pass over the life of a lineage: what lies in the store, comes and goes, summed over windows of time. */
final class Sweep {
    private final Lineage backups;
    private final Ledger ledger;
    private final long leastLife;
    private final Sums sums;

    private Sweep(Lineage backups, Ledger ledger, long leastLife, Sums sums) {
        this.backups = backups;
        this.ledger = ledger;
        this.leastLife = leastLife;
        this.sums = sums;
    }

    /**
     * Sums over the windows between bounds.
     *
     * @param bounds ascending epoch seconds; n bounds make n − 1 windows
     * @param leastLife seconds for which whatever is stored is paid for at least; 0 for none
     */
    static StoredBytes of(Lineage backups, Ledger ledger, long[] bounds, long leastLife) {
        return new Sweep(backups, ledger, leastLife, new Sums(bounds)).run();
    }

    private StoredBytes run() {
        int taken = 0;
        int dropped = 0;
        int size = backups.size();
        while (dropped < size) {
            // At one instant what has expired goes first; what is gone before it begins never counts.
            int going = backups.going(dropped);
            boolean drop = going < taken && (taken == size || backups.gone(going) <= backups.start(taken));
            long at = drop ? backups.gone(going) : backups.start(taken);
            if (at >= sums.end()) {
                break;
            }
            sums.advance(at);
            if (drop) {
                long bytes = ledger.drop(going);
                sums.drop(bytes, Math.max(0, leastLife - (at - backups.start(going))));
                dropped++;
            } else {
                sums.take(ledger.take(taken));
                taken++;
            }
        }
        return sums.done();
    }

    /** What has been summed so far, and the window that time is in. */
    private static final class Sums {
        private final long[] bounds;
        private final long[] mean;
        private final long[] remainder;
        private final long[] peak;
        private final long[] came;
        private final long[] unpaid;
        private final long[] unpaidRemainder;
        private int window = -1;
        private long now;
        private long bytes;

        Sums(long[] bounds) {
            int windows = bounds.length - 1;
            this.bounds = bounds.clone();
            this.mean = new long[windows];
            this.remainder = new long[windows];
            this.peak = new long[windows];
            this.came = new long[windows];
            this.unpaid = new long[windows];
            this.unpaidRemainder = new long[windows];
            this.now = Long.MIN_VALUE;
        }

        long end() {
            return bounds[bounds.length - 1];
        }

        void advance(long to) {
            while (window + 1 < bounds.length && to >= bounds[window + 1]) {
                hold(bounds[window + 1]);
                window++;
                if (window < peak.length) {
                    peak[window] = bytes;
                }
            }
            hold(to);
        }

        /** Exact: the whole part of bytes by window length is summed apart from what is left over, so that neither can overflow. */
        private void hold(long to) {
            if (window >= 0 && window < mean.length) {
                long length = bounds[window + 1] - bounds[window];
                mean[window] += bytes / length * (to - now);
                remainder[window] += bytes % length * (to - now);
            }
            now = to;
        }

        void take(long more) {
            bytes += more;
            if (window >= 0) {
                came[window] += more;
                peak[window] = Math.max(peak[window], bytes);
            }
        }

        void drop(long fewer, long unpaidSeconds) {
            bytes -= fewer;
            if (window >= 0 && unpaidSeconds > 0) {
                long length = bounds[window + 1] - bounds[window];
                unpaid[window] += fewer / length * unpaidSeconds;
                unpaidRemainder[window] += fewer % length * unpaidSeconds;
            }
        }

        StoredBytes done() {
            advance(end());
            for (int i = 0; i < mean.length; i++) {
                long length = bounds[i + 1] - bounds[i];
                mean[i] += Math.floorDiv(remainder[i] + length / 2, length);
                unpaid[i] += Math.floorDiv(unpaidRemainder[i] + length / 2, length);
            }
            return new StoredBytes(bounds, mean, peak, came, unpaid);
        }
    }
}
