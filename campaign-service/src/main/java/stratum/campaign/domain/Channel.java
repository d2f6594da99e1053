package stratum.campaign.domain;

/** Where an offer can reach a customer. New ones are added at the end: the customer's state keeps their places. */
public enum Channel {
    PUSH,
    SMS,
    EMAIL,
    RM_CALL,
    BRANCH
}
