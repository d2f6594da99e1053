package stratum.benchmarks.contest;

/**
 * What the passing of one business day on which nothing happens costs.
 *
 * @param customers how many customers there are
 * @param due how many of them were due
 * @param byIndexMillis finding and reviewing those who are due, announcements included
 * @param everybodyMillis reviewing every customer, as a nightly batch does
 */
public record PassedDay(long customers, long due, double byIndexMillis, double everybodyMillis) {}
