package stratum.campaign.usecase;

/** Tells the other services about campaigns. */
public interface CampaignAnnouncements {

    /** Announces this version; returns when it is certain to have arrived. */
    void announce(CampaignVersion campaign);
}
