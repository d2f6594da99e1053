package stratum.campaign.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.CheckingCampaigns;
import stratum.campaign.usecase.CheckingCampaigns.Findings;
import stratum.campaign.usecase.Reach;
import stratum.platform.web.InvalidInput.Mistake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a campaign, and whom it would reach now. */
@RestController
@RequestMapping("/v1/campaigns")
final class CheckController {

    private final CheckingCampaigns checking;

    CheckController(CheckingCampaigns checking) {
        this.checking = checking;
    }

    /** A document to check; the newest version where none. */
    record Document(@Nullable JsonNode document) {}

    /**
     * What a check found.
     *
     * @param reach of the customers whom this instance holds; none where it cannot run. {@code GET /v1/campaigns/{id}/reach}
     *     asks all instances
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckView(
            List<Mistake> errors,
            List<Mistake> warnings,
            @Nullable Reach reach) {}

    @PostMapping("/{id}/check")
    Mono<CheckView> check(@PathVariable String id, @RequestBody(required = false) @Nullable Document body) {
        return body != null && body.document() instanceof ObjectNode document
                ? check(document.toString(), checking.reach(document.toString()))
                : checking.newest(id).flatMap(kept -> check(kept, checking.reach(kept)));
    }

    private static Mono<CheckView> view(Findings findings, Mono<Reach> reach) {
        return findings.errors().isEmpty()
                ? reach.map(all -> new CheckView(findings.errors(), findings.warnings(), all))
                : Mono.just(new CheckView(findings.errors(), findings.warnings(), null));
    }

    private Mono<CheckView> check(String document, Mono<Reach> reach) {
        return checking.check(document).flatMap(findings -> view(findings, reach));
    }
}
