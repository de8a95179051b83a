package dev.ballast.outlook;

import java.time.Instant;
import java.util.List;

/**
 * Schedules that are due in the same minute, again and again.
 *
 * @param schedules names, sorted; at least two
 * @param times in how many minutes exactly these are due together
 * @param next the first of these minutes
 */
public record Rush(List<String> schedules, int times, Instant next) {}
