package stratum.campaign.usecase;

/** Something that cannot be done to a campaign, said in a sentence. */
public final class CampaignRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean overtaken;

    private CampaignRefused(String sentence, boolean overtaken) {
        super(sentence);
        this.overtaken = overtaken;
    }

    static CampaignRefused because(String sentence) {
        return new CampaignRefused(sentence, false);
    }

    static CampaignRefused overtaken(long edition) {
        return new CampaignRefused(
                "It is now at edition %d; read it again and repeat the change.".formatted(edition), true);
    }

    /** Whether all that is wrong is that somebody was faster. */
    public boolean isOvertaken() {
        return overtaken;
    }
}
