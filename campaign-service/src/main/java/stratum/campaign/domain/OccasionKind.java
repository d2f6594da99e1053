package stratum.campaign.domain;

/** What can give the occasion for an offer, or reach a goal. New ones are added at the end. */
public enum OccasionKind {
    TIER_SIGNAL,
    STAGE_CHANGE,
    MILESTONE,
    INTERACTION,
    TRANSACTION,
    SCHEDULE,
    /** A product opened, valued or closed. */
    HOLDING
}
