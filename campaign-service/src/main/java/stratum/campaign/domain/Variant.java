package stratum.campaign.domain;

/**
 * One of several ways to put an offer.
 *
 * @param share the part of the customers who get it, from 0 to 1; the shares of a campaign's variants add up to 1
 */
public record Variant(String name, double share, Wording wording) {

    /** What the only variant of a campaign is called. */
    public static final String ONLY = "standard";
}
