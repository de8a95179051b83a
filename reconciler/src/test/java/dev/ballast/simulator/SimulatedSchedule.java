package dev.ballast.simulator;

import dev.ballast.calendar.CronSchedule;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/** A Schedule. */
public final class SimulatedSchedule {
    private final String name;
    private final String policy;
    private final Tier tier;
    private final CronSchedule calendar;
    private final long ttl;
    private long base;
    private long due;
    private boolean paused;
    private PrimitiveIterator.@Nullable OfLong times;

    SimulatedSchedule(String name, String policy, Tier tier, CronSchedule calendar, Duration ttl, long created) {
        this.name = name;
        this.policy = policy;
        this.tier = tier;
        this.calendar = calendar;
        this.ttl = ttl.toSeconds();
        this.base = created;
        this.due = dueAfter(created);
    }

    public String name() {
        return name;
    }

    public String policy() {
        return policy;
    }

    public Tier tier() {
        return tier;
    }

    /** In seconds. */
    public long ttl() {
        return ttl;
    }

    public boolean isPaused() {
        return paused;
    }

    void pause(boolean pause) {
        paused = pause;
    }

    /** When it is due next, counted from its last Backup, or from its creation: missed times are one Backup. */
    public long due() {
        return due;
    }

    /** A Backup was created; when the next is due counts from now. */
    void fired(long now) {
        base = now;
        due = times != null && due <= now ? nextAfter(now) : dueAfter(now);
    }

    private long nextAfter(long now) {
        PrimitiveIterator.OfLong following = times;
        while (following != null && following.hasNext()) {
            long time = following.nextLong();
            if (time > now) {
                return time;
            }
        }
        return Long.MAX_VALUE;
    }

    private long dueAfter(long time) {
        var iterator = calendar.epochSeconds(Instant.ofEpochSecond(time));
        times = calendar.isInterval() ? null : iterator;
        return iterator.hasNext() ? iterator.nextLong() : Long.MAX_VALUE;
    }

    @Override
    public String toString() {
        return "%s %s ttl %ds, last %s".formatted(name, calendar.text(), ttl, Instant.ofEpochSecond(base));
    }
}
