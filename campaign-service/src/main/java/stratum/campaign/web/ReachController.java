package stratum.campaign.web;

import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.CheckingCampaigns;
import stratum.campaign.usecase.Reach;
import stratum.platform.web.Instances;

/** Whom a campaign would reach now, over all instances. */
@RestController
final class ReachController {

    private static final ParameterizedTypeReference<Reach> REACH = new ParameterizedTypeReference<>() {};

    private final CheckingCampaigns checking;
    private final Instances instances;

    ReachController(CheckingCampaigns checking, Instances instances) {
        this.checking = checking;
        this.instances = instances;
    }

    /** Of the newest version. */
    @GetMapping("/v1/campaigns/{id}/reach")
    Mono<Reach> reach(@PathVariable String id, ServerHttpRequest question) {
        return checking.newest(id)
                .flatMap(checking::reach)
                .flatMap(here -> instances
                        .gather(question, REACH, Comparator.comparing(Reach::customers), () -> Stream.of(here))
                        .reduce(Reach.NONE, Reach::plus));
    }
}
