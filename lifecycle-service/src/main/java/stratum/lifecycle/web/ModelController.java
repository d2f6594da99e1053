package stratum.lifecycle.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import stratum.lifecycle.domain.Rhythm;
import stratum.lifecycle.usecase.FittingModels;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.platform.web.Instances;

/** The models of the customers' rhythm, learned from all the facts there are. */
@RestController
@RequestMapping(ModelController.PATH)
final class ModelController {

    static final String PATH = "/v1/models/bgnbd";

    private static final String RHYTHMS = "/rhythms";
    private static final ParameterizedTypeReference<Rhythm> RHYTHM = new ParameterizedTypeReference<>() {};
    private static final Comparator<Rhythm> ORDER = Comparator.comparingInt(Rhythm::repeats)
            .thenComparingDouble(Rhythm::ageAtLast)
            .thenComparingDouble(Rhythm::age)
            .thenComparingDouble(Rhythm::meanValue);

    private final Instances instances;
    private final Stages stages;

    ModelController(Instances instances, Stages stages) {
        this.instances = instances;
        this.stages = stages;
    }

    /** What the models are fitted to: every customer's rhythm in days, over all instances. */
    @GetMapping(RHYTHMS)
    Flux<Rhythm> rhythms(ServerHttpRequest question) {
        return instances.gather(question, RHYTHM, ORDER, () -> stages.rhythms().sorted(ORDER));
    }

    /** Fits the models to all customers; drafts nothing by itself. */
    @PostMapping("/fit")
    Mono<FitView> fit(ServerHttpRequest question) {
        return rhythms(question.mutate().path(PATH + RHYTHMS).build())
                .collectList()
                .publishOn(Schedulers.boundedElastic())
                .flatMap(this::fit);
    }

    private Mono<FitView> fit(List<Rhythm> rhythms) {
        try {
            return Mono.just(
                    FitView.of(FittingModels.to(rhythms), stages.policy().orElseGet(PolicyReading::defaultPolicy)));
        } catch (FittingModels.TooFew e) {
            return Mono.error(e);
        }
    }

    @ExceptionHandler
    ProblemDetail tooFew(FittingModels.TooFew e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }
}
