package stratum.campaign.domain;

/** What a campaign is for. */
public enum Objective {
    ACQUIRE,
    ACTIVATE,
    GROW,
    CROSS_SELL,
    UP_SELL,
    RETAIN,
    WIN_BACK,
    SERVICE;

    /** The consent it needs. */
    public Purpose purpose() {
        return this == SERVICE ? Purpose.SERVICE : Purpose.MARKETING;
    }
}
