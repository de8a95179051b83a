package dev.ballast.forecast;

/**
 * One backup of a replay. All times are in seconds since 1970.
 *
 * @param tier which tier of the plan it belongs to, from 0; the number of tiers for those of none
 * @param collected when it is gone at the latest
 * @param good whether it can be restored
 * @param existing whether it was there before
 */
record ReplayedBackup(int tier, long start, long expires, long collected, boolean good, boolean existing) {
    ReplayedBackup collectedAt(long time) {
        return new ReplayedBackup(tier, start, expires, time, good, existing);
    }
}
