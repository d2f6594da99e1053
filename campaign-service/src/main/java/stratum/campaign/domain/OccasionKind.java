package stratum.campaign.domain;

/** What can give the occasion for an offer. */
public enum OccasionKind {
    TIER_SIGNAL,
    STAGE_CHANGE,
    MILESTONE,
    INTERACTION,
    TRANSACTION,
    SCHEDULE
}
