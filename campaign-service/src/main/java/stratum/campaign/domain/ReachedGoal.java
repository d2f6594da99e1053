package stratum.campaign.domain;

/**
 * A customer did what a campaign was to bring about.
 *
 * @param amountMinor the amount of the fact that was the goal, in minor units; 0 where it has none
 */
public record ReachedGoal(Exposure exposure, Occasion fact, long amountMinor) {}
