package stratum.campaign.domain;

/** What a customer may be contacted for. New ones are added at the end: the customer's state keeps their places. */
public enum Purpose {
    MARKETING,
    SERVICE
}
