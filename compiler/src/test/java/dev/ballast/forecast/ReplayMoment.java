package dev.ballast.forecast;

/** What is there from an instant on until the next event. */
final class ReplayMoment {
    private final long at;
    private final int[] points;
    private final int held;
    private final long[] starts;

    /**
     * @param at in seconds since 1970
     * @param points restore points of each tier, and of no tier last
     * @param held good backups that are not collected, over all tiers
     * @param starts of all restore points, ascending
     */
    ReplayMoment(long at, int[] points, int held, long[] starts) {
        this.at = at;
        this.points = points;
        this.held = held;
        this.starts = starts;
    }

    long at() {
        return at;
    }

    int points(int tier) {
        return points[tier];
    }

    int held() {
        return held;
    }

    /** Restore points over all tiers. */
    int total() {
        return starts.length;
    }

    /** When the restore points began: the oldest is number 0. */
    long start(int number) {
        return starts[number];
    }

    long newest() {
        return starts[starts.length - 1];
    }
}
