package stratum.scoring.domain;

/**
 * What the policy makes of a customer's features on a date, whatever tier the customer holds.
 *
 * @param features the features
 * @param score 0 to 1000
 * @param candidate place of the tier that score and gates give
 */
public record Assessment(Features features, int score, int candidate) {}
