package stratum.sandbox.bank;

/**
 * How many facts there were, and how many of them were special.
 *
 * @param published all that was handed over, second copies too
 * @param late published 1 to 5 days after they happened, not counting second copies
 * @param tooLate published more than 400 days after they happened
 * @param repeats second copies
 * @param reversals facts that take another back
 */
public record Counts(long published, long late, long tooLate, long repeats, long reversals) {}
