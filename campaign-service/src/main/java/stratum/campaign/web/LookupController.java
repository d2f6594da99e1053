package stratum.campaign.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.DecisionView;
import stratum.campaign.usecase.Made;
import stratum.campaign.usecase.OfferView;

/** The offers and the decisions made, the newest first. */
@RestController
final class LookupController {

    private final Made<OfferView> offers;
    private final Made<DecisionView> decisions;

    LookupController(Made<OfferView> offers, Made<DecisionView> decisions) {
        this.offers = offers;
        this.decisions = decisions;
    }

    @GetMapping("/v1/offers")
    Mono<Page<OfferView>> offers(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = LookupParameters.DEFAULT_LIMIT) int limit) {
        return Page.of(offers, LookupParameters.of(customer, after, limit));
    }

    @GetMapping("/v1/decisions")
    Mono<Page<DecisionView>> decisions(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = LookupParameters.DEFAULT_LIMIT) int limit) {
        return Page.of(decisions, LookupParameters.of(customer, after, limit));
    }
}
