package stratum.scoring.web;

import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.platform.web.Instances;

/** How many customers hold which tier. */
@RestController
@RequestMapping("/v1/tiers")
final class TierController {

    private static final ParameterizedTypeReference<DistributionView> DISTRIBUTION =
            new ParameterizedTypeReference<>() {};

    private final Instances instances;
    private final Scores scores;

    TierController(Instances instances, Scores scores) {
        this.instances = instances;
        this.scores = scores;
    }

    /** Customers by tier, over all instances. */
    @GetMapping("/distribution")
    Mono<DistributionView> distribution(ServerHttpRequest question) {
        return instances
                .gather(
                        question,
                        DISTRIBUTION,
                        Comparator.comparing(DistributionView::customers),
                        () -> Stream.of(scores.distribution()))
                .reduce(DistributionView::plus);
    }
}
