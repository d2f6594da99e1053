package stratum.campaign.domain;

/** How likely an offer is accepted, before any was: so many accepts in so many contacts (a Beta prior). */
public record Propensity(double accepts, double contacts) {

    double mean() {
        return accepts / contacts;
    }
}
