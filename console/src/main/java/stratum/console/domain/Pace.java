package stratum.console.domain;

import java.time.Instant;

/** One point of the chart: facts and decisions a second, and what is yet to be taken. */
public record Pace(Instant at, double facts, double decisions, long lag) {}
