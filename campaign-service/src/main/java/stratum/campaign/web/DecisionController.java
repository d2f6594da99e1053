package stratum.campaign.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.DecisionView;
import stratum.campaign.usecase.DecisionsMade;

/** The decisions made, the newest first: why, and why not. */
@RestController
final class DecisionController {

    private final DecisionsMade decisions;

    DecisionController(DecisionsMade decisions) {
        this.decisions = decisions;
    }

    @GetMapping("/v1/decisions")
    Mono<Page<DecisionView>> decisions(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = LookupParameters.DEFAULT_LIMIT) int limit) {
        return Page.of(
                LookupParameters.of(customer, after, limit),
                asked -> decisions.find(asked).collectList(),
                DecisionView::decisionId);
    }
}
