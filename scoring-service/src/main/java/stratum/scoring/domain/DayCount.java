package stratum.scoring.domain;

/**
 * Customer-initiated transactions booked on a day, less those reversed. It may be below 0 for a while, when a reversal
 * comes before the original.
 */
record DayCount(int day, int count) {}
