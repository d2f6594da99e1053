package stratum.customer.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.customer.store.CustomerRow;
import stratum.customer.store.Customers;
import stratum.customer.store.Holdings;
import stratum.customer.store.Summary;
import stratum.customer.store.TierChange;
import stratum.customer.store.TierHistory;
import stratum.customer.store.Timeline;
import stratum.customer.store.TimelineEntry;
import stratum.customer.store.TimelinePlace;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.NotFound;
import tools.jackson.databind.json.JsonMapper;

/** Dossiers, timelines and lists of customers. */
@RestController
final class CustomersController {

    private final Customers customers;
    private final Holdings holdings;
    private final Timeline timeline;
    private final TierHistory tiers;
    private final JsonMapper json;

    CustomersController(Customers customers, Holdings holdings, Timeline timeline, TierHistory tiers, JsonMapper json) {
        this.customers = customers;
        this.holdings = holdings;
        this.timeline = timeline;
        this.tiers = tiers;
        this.json = json;
    }

    @GetMapping("/v1/customers/{id}")
    Mono<ResponseEntity<DossierView>> dossier(@PathVariable String id) {
        return customer(id)
                .flatMap(row -> holdings.of(id)
                        .map(HoldingView::of)
                        .collectList()
                        .map(held -> ResponseEntity.ok()
                                .eTag(Preconditions.etag(row.version()))
                                .body(DossierView.of(row, held, json))));
    }

    @GetMapping("/v1/customers/{id}/timeline")
    Mono<Page<EntryView>> timeline(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        int oneMore = Page.limit(limit) + 1;
        Flux<TimelineEntry> entries =
                after == null ? timeline.newest(id, oneMore) : timeline.after(place(after), id, oneMore);
        return customer(id)
                .then(entries.collectList())
                .map(list -> Page.of(list, limit, TimelinePlace::cursor).map(entry -> EntryView.of(entry, json)));
    }

    /** The tier held on a day, or without a day every move, by what was known at a time, or without one by all. */
    @GetMapping("/v1/customers/{id}/tiers")
    Mono<TiersView> tiers(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate validAt,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        Flux<TierChange> moves = validAt == null
                ? tiers.moves(id, knownAt)
                : tiers.heldOn(validAt, id, knownAt).flux();
        return customer(id).then(moves.map(TierView::of).collectList()).map(list -> new TiersView(id, list));
    }

    /** Tiers of a customer, the latest first. */
    record TiersView(String customerId, List<TierView> items) {}

    @GetMapping("/v1/customers")
    Mono<Page<Summary>> list(
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after) {
        return customers
                .list(new Customers.Filter(tier, stage, q), after, Page.limit(limit) + 1)
                .collectList()
                .map(list -> Page.of(list, limit, Summary::customerId));
    }

    private Mono<CustomerRow> customer(String id) {
        return customers
                .find(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("There is no customer %s.".formatted(id))));
    }

    private static TimelinePlace place(String cursor) {
        return TimelinePlace.parse(cursor)
                .orElseThrow(() -> new InvalidInput("after", "It is the 'next' of the page before."));
    }
}
