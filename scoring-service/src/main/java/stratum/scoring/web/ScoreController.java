package stratum.scoring.web;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.platform.web.Instances;
import stratum.platform.web.InvalidInput;

/** Scores of one customer, or of all. */
@RestController
@RequestMapping("/v1/scores")
final class ScoreController {

    private static final ParameterizedTypeReference<ScoreView> SCORE = new ParameterizedTypeReference<>() {};

    private final Instances instances;
    private final Scores scores;

    ScoreController(Instances instances, Scores scores) {
        this.instances = instances;
        this.scores = scores;
    }

    /** The score as of the bank's clock, or as it will be on a later date if nothing happens until then. */
    @GetMapping("/{customerId}")
    Mono<? extends ResponseEntity<?>> score(
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            ServerHttpRequest question) {
        return instances.answer(customerId, question, () -> scores.find(customerId, asOf));
    }

    /** All scores by customer id, one per line. */
    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<ScoreView> all(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "9223372036854775807") long limit,
            ServerHttpRequest question) {
        if (limit < 1) {
            throw new InvalidInput("limit", "It is 1 or more.");
        }
        return instances
                .gather(question, SCORE, Comparator.comparing(ScoreView::customerId), () -> scores.all(after))
                .take(limit);
    }
}
