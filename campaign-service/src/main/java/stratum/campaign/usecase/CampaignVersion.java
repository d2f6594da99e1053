package stratum.campaign.usecase;

import java.time.Instant;
import stratum.campaign.domain.CampaignLife;

/**
 * A version of a campaign, as it is kept.
 *
 * @param effectiveFrom what the document says
 * @param edition counts its changes, from 1
 * @param document the campaign in JSON
 */
public record CampaignVersion(
        String id, int version, CampaignLife life, Instant effectiveFrom, long edition, String document) {

    CampaignVersion with(CampaignLife now) {
        return new CampaignVersion(id, version, now, effectiveFrom, edition + 1, document);
    }

    CampaignVersion with(CampaignLife now, Instant newEffectiveFrom, String newDocument) {
        return new CampaignVersion(id, version, now, newEffectiveFrom, edition + 1, newDocument);
    }
}
