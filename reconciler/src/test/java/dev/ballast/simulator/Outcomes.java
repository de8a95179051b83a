package dev.ballast.simulator;

/** How runs end. */
@FunctionalInterface
public interface Outcomes {
    /** Of a run that starts at a time, in seconds since 1970. */
    Outcome of(SimulatedSchedule schedule, long start);
}
