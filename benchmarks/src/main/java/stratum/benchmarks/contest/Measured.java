package stratum.benchmarks.contest;

/**
 * What a contestant took.
 *
 * @param facts the facts it has worked through
 * @param reviewed how often a customer was looked at because of the date alone
 * @param seconds from the first record consumed until the last fact's effect was committed
 * @param cpuSeconds processor time of its process in the meantime
 * @param peakBytes the most memory its process ever held; 0 where the system does not say
 */
public record Measured(long facts, long reviewed, double seconds, double cpuSeconds, long peakBytes) {}
