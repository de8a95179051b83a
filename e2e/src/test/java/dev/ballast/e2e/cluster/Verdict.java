package dev.ballast.e2e.cluster;

/** What the API server says to one object: whether it would take it, and why not (empty if it would). */
public record Verdict(boolean accepted, String reason) {}
