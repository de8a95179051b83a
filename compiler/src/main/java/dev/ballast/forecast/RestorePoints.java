package dev.ballast.forecast;

import dev.ballast.policy.Tier;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many backups can be restored, over all tiers, once every tier has filled; taken over one year from then on, or over the longest TTL
 * if that is longer.
 *
 * @param atRest the number just before a run; where it varies, the one met most often, of equals the least. Without a steady state the
 *     number after the first year
 * @param minimum of those completed and not expired
 * @param maximum of those completed and not collected, when each is collected as late as Velero's hourly collection may
 * @param bound {@code atRest} and one for each tier: the most as long as each backup is collected before the next run of its tier; never less
 *     than {@code maximum}, which is more where a tier runs more than once between collections or keeps backups forever
 * @param steadyFrom when every tier has filled: the last run before the first expiry, of all tiers but those kept forever; absent when
 *     there is no such tier
 * @param tiersAtRest what {@code atRest} is the sum of
 */
public record RestorePoints(
        int atRest,
        int minimum,
        int maximum,
        int bound,
        @Nullable Instant steadyFrom,
        Map<Tier, Integer> tiersAtRest) {}
