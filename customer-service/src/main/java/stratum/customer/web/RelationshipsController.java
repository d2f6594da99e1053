package stratum.customer.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.customer.store.Relationships;
import stratum.customer.usecase.RelatingCustomers;
import tools.jackson.databind.JsonNode;

/** To whom a customer belongs, what they hold together, and which links do not count. */
@RestController
final class RelationshipsController {

    private final Relationships relationships;
    private final RelatingCustomers relating;

    RelationshipsController(Relationships relationships, RelatingCustomers relating) {
        this.relationships = relationships;
        this.relating = relating;
    }

    /** A link that does not count, with the reason. */
    record RefusedView(int position, String kind, String customerId, String reason, Map<String, String> text) {

        static RefusedView of(Relationships.RefusedLink link) {
            return new RefusedView(
                    link.position(),
                    link.kind(),
                    link.customerId(),
                    link.reason(),
                    RelatingCustomers.words(link.reason()));
        }
    }

    /** What a customer belongs to: kind, id, members, combined balance. */
    record RelationshipsView(String customerId, JsonNode relationships, List<RefusedView> refused) {}

    @GetMapping("/v1/customers/{id}/relationships")
    Mono<RelationshipsView> of(@PathVariable String id) {
        return Mono.zip(
                        relating.of(id),
                        relationships.refused(id).map(RefusedView::of).collectList())
                .map(both -> new RelationshipsView(id, both.getT1(), both.getT2()));
    }
}
