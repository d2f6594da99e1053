package stratum.campaign.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import stratum.campaign.usecase.CampaignRegister;
import tools.jackson.databind.json.JsonMapper;

/** The campaigns, each in its newest version. */
@RestController
final class CampaignController {

    private final CampaignRegister register;
    private final JsonMapper json;

    CampaignController(CampaignRegister register, JsonMapper json) {
        this.register = register;
        this.json = json;
    }

    @GetMapping("/v1/campaigns")
    Flux<CampaignView> campaigns() {
        return register.newest().map(campaign -> CampaignView.of(campaign, json));
    }
}
