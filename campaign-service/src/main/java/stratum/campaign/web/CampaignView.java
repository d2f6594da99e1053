package stratum.campaign.web;

import java.time.Instant;
import stratum.campaign.usecase.CampaignVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A campaign, with the document it is defined by. */
record CampaignView(String id, int version, String status, Instant effectiveFrom, JsonNode document) {

    static CampaignView of(CampaignVersion campaign, JsonMapper json) {
        return new CampaignView(
                campaign.id(),
                campaign.version(),
                campaign.status(),
                campaign.effectiveFrom(),
                json.readTree(campaign.document()));
    }
}
