package stratum.scoring.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.platform.web.Instances;
import stratum.scoring.domain.Scoring;

/** How many customers hold which tier. */
@RestController
@RequestMapping("/v1/tiers")
final class TierController {

    private static final ParameterizedTypeReference<DistributionView> DISTRIBUTION =
            new ParameterizedTypeReference<>() {};

    private final Instances instances;
    private final Scores scores;
    private final Scoring scoring;

    TierController(Instances instances, Scores scores, Scoring scoring) {
        this.instances = instances;
        this.scores = scores;
        this.scoring = scoring;
    }

    /**
     * Customers by tier, lowest first.
     *
     * @param asOf the earliest date that any partition has reached; none before the first tick
     */
    record DistributionView(@Nullable LocalDate asOf, long customers, Map<String, Long> tiers) {

        DistributionView plus(DistributionView that) {
            Map<String, Long> sum = new LinkedHashMap<>(tiers);
            that.tiers.forEach((tier, count) -> sum.merge(tier, count, Long::sum));
            return new DistributionView(earlier(asOf, that.asOf), customers + that.customers, sum);
        }

        private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isBefore(other) ? one : other;
        }
    }

    @GetMapping("/distribution")
    Mono<DistributionView> distribution(ServerHttpRequest question) {
        return instances
                .gather(
                        question,
                        DISTRIBUTION,
                        Comparator.comparing(DistributionView::customers),
                        () -> List.of(here()))
                .reduce(DistributionView::plus);
    }

    private DistributionView here() {
        Map<String, Long> tiers = new LinkedHashMap<>();
        scoring.policy().tiers().forEach(tier -> tiers.put(tier.code(), 0L));
        List<ScoreView> all =
                scores.all().stream().filter(score -> score.tier() != null).toList();
        all.forEach(score -> tiers.merge(String.valueOf(score.tier()), 1L, Long::sum));
        LocalDate asOf =
                all.stream().map(ScoreView::asOf).min(Comparator.naturalOrder()).orElse(null);
        return new DistributionView(asOf, all.size(), tiers);
    }
}
