package dev.ballast.forecast;

import dev.ballast.plan.TierPlan;

/** All backups of one tier, from the existing ones to the end of the simulation. */
public record TierForecast(TierPlan plan, Backups backups) {}
