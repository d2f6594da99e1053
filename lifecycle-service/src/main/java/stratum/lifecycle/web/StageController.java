package stratum.lifecycle.web;

import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.core.ParameterizedTypeReference;
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

/** Stages of one customer, or of all in numbers. */
@RestController
@RequestMapping("/v1/stages")
final class StageController {

    private static final ParameterizedTypeReference<DistributionView> DISTRIBUTION =
            new ParameterizedTypeReference<>() {};

    private static final ParameterizedTypeReference<FlowsView> FLOWS = new ParameterizedTypeReference<>() {};

    private static final ParameterizedTypeReference<AtRiskView> AT_RISK = new ParameterizedTypeReference<>() {};

    private final Instances instances;
    private final Stages stages;

    StageController(Instances instances, Stages stages) {
        this.instances = instances;
        this.stages = stages;
    }

    /** Where a customer stands, with the risks, as of the bank's clock. */
    @GetMapping("/{customerId}")
    Mono<? extends ResponseEntity<?>> stage(@PathVariable String customerId, ServerHttpRequest question) {
        return instances.answer(customerId, question, () -> stages.find(customerId));
    }

    /** How many steps from stage to stage were taken in a period, over all instances. */
    @GetMapping("/flows")
    Mono<FlowsView> flows(@RequestParam String from, @RequestParam String to, ServerHttpRequest question) {
        Period period = Period.of(from, to);
        return instances
                .gather(
                        question,
                        FLOWS,
                        Comparator.comparing(FlowsView::steps),
                        () -> Stream.of(stages.flows(period.first(), period.last())))
                .reduce(FlowsView::plus);
    }

    /** Who became at risk in a period, and why, over all instances. */
    @GetMapping("/at-risk")
    Flux<AtRiskView> atRisk(@RequestParam String from, @RequestParam String to, ServerHttpRequest question) {
        Period period = Period.of(from, to);
        return instances.gather(
                question, AT_RISK, AtRiskView.ORDER, () -> stages.atRisk(period.first(), period.last()));
    }

    /** How many customers are in which stage, over all instances. */
    @GetMapping("/distribution")
    Mono<DistributionView> distribution(ServerHttpRequest question) {
        return instances
                .gather(
                        question,
                        DISTRIBUTION,
                        Comparator.comparing(DistributionView::customers),
                        () -> Stream.of(stages.distribution()))
                .reduce(DistributionView::plus);
    }
}
