package stratum.lifecycle.web;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import stratum.lifecycle.domain.Rhythm;
import stratum.lifecycle.store.LearnedPolicies;
import stratum.lifecycle.usecase.FittedModels;
import stratum.lifecycle.usecase.FittingModels;
import stratum.platform.policy.PolicyVersion;
import stratum.platform.web.Instances;
import stratum.platform.web.InvalidInput;

/** The models of the customers' rhythm, learned from all the facts there are. */
@RestController
@RequestMapping(ModelController.PATH)
final class ModelController {

    static final String PATH = "/v1/models/bgnbd";

    private static final String RHYTHMS = "/rhythms";
    private static final String VERSION = "/v1/policies/lifecycle/%s/versions/%d";
    private static final Pattern ACTOR = Pattern.compile("\\S(.{0,62}\\S)?");
    private static final ParameterizedTypeReference<Rhythm> RHYTHM = new ParameterizedTypeReference<>() {};
    private static final Comparator<Rhythm> ORDER = Comparator.comparingInt(Rhythm::repeats)
            .thenComparingDouble(Rhythm::ageAtLast)
            .thenComparingDouble(Rhythm::age)
            .thenComparingDouble(Rhythm::meanValue);

    private final Instances instances;
    private final Stages stages;
    private final LearnedPolicies learned;

    ModelController(Instances instances, Stages stages, LearnedPolicies learned) {
        this.instances = instances;
        this.stages = stages;
        this.learned = learned;
    }

    /** Who has the models learned. */
    record Learner(@Nullable String actor) {}

    /** What the models are fitted to: every customer's rhythm in days, over all instances. */
    @GetMapping(RHYTHMS)
    Flux<Rhythm> rhythms(ServerHttpRequest question) {
        return instances.gather(question, RHYTHM, ORDER, () -> stages.rhythms().sorted(ORDER));
    }

    /**
     * Fits the models to all customers, and drafts the policy in force with them, ruling from the next business day on. What
     * was learned is told also where it cannot rule.
     */
    @PostMapping("/fit")
    Mono<ResponseEntity<FitView>> fit(@RequestBody(required = false) @Nullable Learner by, ServerHttpRequest question) {
        String author = author(by);
        return rhythms(question.mutate().path(PATH + RHYTHMS).build())
                .collectList()
                .publishOn(Schedulers.boundedElastic())
                .flatMap(rhythms -> fit(rhythms, author));
    }

    private Mono<ResponseEntity<FitView>> fit(List<Rhythm> rhythms, String author) {
        try {
            FittedModels fitted = FittingModels.to(rhythms);
            Stages.Ruling ruling = stages.ruling().orElseThrow(ModelController::holdsNobody);
            return learned.draft(ruling.policy(), fitted, ruling.nextDay(), author)
                    .map(draft -> drafted(fitted, draft))
                    .onErrorResume(
                            InvalidInput.class, why -> Mono.just(ResponseEntity.ok(FitView.notDrafted(fitted, why))));
        } catch (FittingModels.TooFew e) {
            return Mono.error(e);
        }
    }

    private static ErrorResponseException holdsNobody() {
        ErrorResponseException conflict = new ErrorResponseException(HttpStatus.CONFLICT);
        conflict.setDetail("This instance holds no customers and does not know which policy is in force; ask another.");
        return conflict;
    }

    private static ResponseEntity<FitView> drafted(FittedModels fitted, PolicyVersion draft) {
        return ResponseEntity.created(URI.create(VERSION.formatted(draft.id(), draft.version())))
                .eTag("\"%d\"".formatted(draft.edition()))
                .body(FitView.drafted(fitted, draft));
    }

    private static String author(@Nullable Learner by) {
        String actor = by == null ? null : by.actor();
        if (actor == null || !ACTOR.matcher(actor).matches()) {
            throw new InvalidInput(
                    "actor", "Who learns this, and drafts the policy, is missing: 1 to 64 characters are wanted.");
        }
        return actor;
    }

    @ExceptionHandler
    ProblemDetail tooFew(FittingModels.TooFew e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }
}
