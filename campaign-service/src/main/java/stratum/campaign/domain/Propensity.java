package stratum.campaign.domain;

/** How likely an offer is accepted, before any was: so many accepts in so many contacts (a Beta prior). */
public record Propensity(double accepts, double contacts) {

    /** The mean of the Beta distribution that the prior becomes once so many contacts led to so many accepts. */
    double meanAfter(long moreContacts, long moreAccepts) {
        return (accepts + moreAccepts) / (contacts + moreContacts);
    }
}
