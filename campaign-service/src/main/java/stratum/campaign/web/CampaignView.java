package stratum.campaign.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.campaign.usecase.CampaignRegister.Note;
import stratum.campaign.usecase.CampaignVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A version of a campaign, with the document it is defined by.
 *
 * @param history who did what to the campaign; by itself only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CampaignView(
        String id,
        int version,
        String status,
        String author,
        @Nullable String approver,
        Instant effectiveFrom,
        long edition,
        JsonNode document,
        @Nullable List<Note> history) {

    static CampaignView of(CampaignVersion campaign, @Nullable List<Note> history, JsonMapper json) {
        return new CampaignView(
                campaign.id(),
                campaign.version(),
                campaign.life().state().name(),
                campaign.life().author(),
                campaign.life().approver(),
                campaign.effectiveFrom(),
                campaign.edition(),
                json.readTree(campaign.document()),
                history);
    }
}
