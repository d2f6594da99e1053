package stratum.campaign.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.OfferView;
import stratum.campaign.usecase.OffersMade;

/** The offers made, the newest first. */
@RestController
final class OfferController {

    private final OffersMade offers;

    OfferController(OffersMade offers) {
        this.offers = offers;
    }

    @GetMapping("/v1/offers")
    Mono<Page<OfferView>> offers(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = LookupParameters.DEFAULT_LIMIT) int limit) {
        return Page.of(
                LookupParameters.of(customer, after, limit),
                asked -> offers.find(asked).collectList(),
                OfferView::offerId);
    }
}
