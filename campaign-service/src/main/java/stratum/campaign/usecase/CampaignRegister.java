package stratum.campaign.usecase;

import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** Where campaigns are kept for people to look at. */
public interface CampaignRegister {

    /** Keeps a version of a campaign; one that is there already stays as it is. */
    void keep(CampaignVersion campaign);

    /** The newest version of every campaign, by id. */
    Flux<CampaignVersion> newest();

    /** The document kept of this version, if it is there. */
    Optional<String> document(String id, int version);

    /** Those that have not been announced. */
    List<CampaignVersion> unannounced();

    /** This one has been announced. */
    void announced(CampaignVersion campaign);
}
