package stratum.customer.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.customer.store.Handover;
import stratum.customer.store.Portfolios;
import stratum.customer.store.Portfolios.Cared;
import stratum.customer.store.Portfolios.DayPlace;
import stratum.customer.store.Portfolios.MomentPlace;
import stratum.customer.store.Staff;
import stratum.customer.usecase.LookingAtPortfolios;
import stratum.customer.usecase.LookingAtPortfolios.Look;
import stratum.customer.web.CareWords.CodeView;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.web.NotFound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What relationship managers and heads of branches work by: portfolios, contacts due, handovers, who waits. */
@RestController
final class PortfoliosController {

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Portfolios portfolios;
    private final Staff staff;
    private final LookingAtPortfolios looking;
    private final JsonMapper json;
    private final String currency;

    PortfoliosController(
            Portfolios portfolios,
            Staff staff,
            LookingAtPortfolios looking,
            JsonMapper json,
            StratumSettings settings) {
        this.portfolios = portfolios;
        this.staff = staff;
        this.looking = looking;
        this.json = json;
        this.currency = settings.baseCurrency();
    }

    /**
     * A customer came or went.
     *
     * @param cause what led to it
     * @param why it is this manager, or nobody
     * @param note what the new manager must know: stage, risk and causes, needs, complaints, last contact, intent, offers
     */
    record HandoverView(
            String customerId,
            Instant at,
            @Nullable String from,
            @Nullable String to,
            CodeView cause,
            CodeView why,
            @Nullable String fromTier,
            @Nullable String toTier,
            JsonNode note) {}

    /** How a customer is looked after, and who did before. */
    record CareView(CaredView now, List<HandoverView> handovers) {}

    @GetMapping("/v1/managers/{id}/customers")
    Mono<Page<CaredView>> customers(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after) {
        return manager(id)
                .then(page(
                        look -> portfolios.ofManager(id, look.span(), after, Page.limit(limit) + 1),
                        limit,
                        CaredView::customerId));
    }

    /** Whom to speak to by a day, today unless said, the longest due first; with the offers to make. */
    @GetMapping("/v1/managers/{id}/contacts")
    Mono<Page<CaredView>> due(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate due,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after) {
        return manager(id)
                .then(byDay(
                        (look, place) -> portfolios.due(
                                id, due == null ? look.today() : due, look.span(), place, Page.limit(limit) + 1),
                        limit,
                        after));
    }

    /** Contacts that should have been made before today, the longest overdue first: for the head of the branch. */
    @GetMapping("/v1/branches/{id}/overdue")
    Mono<Page<CaredView>> overdue(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after) {
        return byDay(
                (look, place) -> portfolios.overdue(id, look.today(), look.span(), place, Page.limit(limit) + 1),
                limit,
                after);
    }

    /** Offers to be made in person to customers whom nobody looks after: for whoever of the branch meets them. */
    @GetMapping("/v1/branches/{id}/offers")
    Mono<Page<CaredView>> offers(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after) {
        return byDay(
                (look, place) -> portfolios.unattended(id, look.today(), look.span(), place, Page.limit(limit) + 1),
                limit,
                after);
    }

    /** The over-capacity list: who waits for somebody of the right role with room, longest first. */
    @GetMapping("/v1/branches/{id}/waiting")
    Mono<Page<CaredView>> waiting(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after) {
        MomentPlace place = Cursor.moment(after, new MomentPlace(Instant.EPOCH.minusSeconds(3_155_760_000L), "", ""));
        return page(
                look -> portfolios.waiting(id, look.span(), place, Page.limit(limit) + 1),
                limit,
                cared -> Cursor.of(String.valueOf(cared.waitingSince()), cared.customerId()));
    }

    @GetMapping("/v1/managers/{id}/handovers")
    Mono<Page<HandoverView>> handovers(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after) {
        MomentPlace place = Cursor.moment(after, new MomentPlace(LATEST, "", ""));
        return manager(id)
                .then(portfolios.handovers(id, place, Page.limit(limit) + 1).collectList())
                .map(list -> Page.of(
                                list,
                                limit,
                                handover -> Cursor.of(handover.at(), handover.customerId(), handover.cause()))
                        .map(this::view));
    }

    @GetMapping("/v1/customers/{id}/care")
    Mono<CareView> care(@PathVariable String id) {
        return looking.now()
                .flatMap(look -> portfolios
                        .of(id, look.span())
                        .switchIfEmpty(Mono.error(
                                () -> new NotFound("Nobody has been thought of to look after %s.".formatted(id))))
                        .flatMap(cared -> views(List.of(cared), look))
                        .zipWith(portfolios.handoversOf(id).map(this::view).collectList())
                        .map(both -> new CareView(both.getT1().get(0), both.getT2())));
    }

    private Mono<Staff.Person> manager(String id) {
        return staff.manager(id).switchIfEmpty(Mono.error(() -> new NotFound("There is no manager %s.".formatted(id))));
    }

    private Mono<Page<CaredView>> byDay(BiFunction<Look, DayPlace, Flux<Cared>> list, int limit, String after) {
        DayPlace place = Cursor.day(after, new DayPlace(LocalDate.EPOCH.minusYears(100), ""));
        return page(
                look -> list.apply(look, place),
                limit,
                cared -> Cursor.of(String.valueOf(cared.dueOn()), cared.customerId()));
    }

    private Mono<Page<CaredView>> page(
            Function<Look, Flux<Cared>> list, int limit, Function<CaredView, String> cursor) {
        return looking.now()
                .flatMap(look -> list.apply(look).collectList().flatMap(found -> views(found, look)))
                .map(views -> Page.of(views, limit, cursor));
    }

    private Mono<List<CaredView>> views(List<Cared> found, Look look) {
        return portfolios
                .offers(found.stream().map(Cared::customerId).toList(), look.at())
                .collectList()
                .map(all -> {
                    Map<String, List<CaredView.OfferView>> offers = all.stream()
                            .collect(Collectors.groupingBy(
                                    offer -> offer.customerId(),
                                    Collectors.mapping(
                                            offer -> CaredView.OfferView.of(offer, json), Collectors.toList())));
                    return found.stream()
                            .map(cared -> CaredView.of(
                                    cared, offers.getOrDefault(cared.customerId(), List.of()), look, currency))
                            .toList();
                });
    }

    private HandoverView view(Handover handover) {
        return new HandoverView(
                handover.customerId(),
                handover.at(),
                handover.fromManager(),
                handover.toManager(),
                CareWords.of(handover.cause()),
                CareWords.of(handover.why()),
                handover.fromTier(),
                handover.toTier(),
                json.readTree(handover.note()));
    }
}
