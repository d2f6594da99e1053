package stratum.campaign.usecase;

import java.util.List;

/** Campaigns that cannot be run, with a sentence for each mistake. */
public final class InvalidCampaigns extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    InvalidCampaigns(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** A sentence each, which names the campaign. */
    public List<String> mistakes() {
        return mistakes;
    }
}
