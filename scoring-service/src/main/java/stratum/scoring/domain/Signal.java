package stratum.scoring.domain;

/**
 * Something about a customer's tier that is announced.
 *
 * @param kind what
 * @param before where the customer stood before
 * @param after where the customer stands after
 */
public record Signal(SignalKind kind, Standing before, Standing after) {}
