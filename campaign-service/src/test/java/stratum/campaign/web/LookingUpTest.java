package stratum.campaign.web;

import static stratum.campaign.usecase.Examples.NOON;
import static stratum.campaign.usecase.Examples.decision;
import static stratum.campaign.usecase.Examples.offer;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import stratum.campaign.store.Database;

class LookingUpTest {

    private final Database database = Database.empty();
    private final WebTestClient http = WebTestClient.bindToController(
                    new LookupController(database.offers(), database.decisions()))
            .build();

    @BeforeEach
    void an_offer_and_a_decision() {
        database.offers().keep(List.of(offer("o1", "ann", NOON))).block();
        database.decisions().keep(List.of(decision("d1", "ann", NOON))).block();
    }

    @Test
    void a_customers_offers_with_their_words() {
        http.get()
                .uri("/v1/offers?customer=ann&limit=5")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].offerId")
                .isEqualTo("o1")
                .jsonPath("$.items[0].id")
                .doesNotExist()
                .jsonPath("$.items[0].occurredAt")
                .isEqualTo("1995-03-06T12:00:00.123Z")
                .jsonPath("$.items[0].value.amountMinor")
                .isEqualTo(60_000)
                .jsonPath("$.items[0].messages[0].title")
                .isEqualTo("欢迎");
    }

    @Test
    void why_a_customer_got_no_offer() {
        http.get()
                .uri("/v1/decisions?customer=ann")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].considered[0].withheld")
                .isEqualTo("CONSENT")
                .jsonPath("$.items[0].considered[0].detail")
                .isEqualTo("No consent for MARKETING on PUSH");
    }

    @Test
    void somebody_nobody_knows_has_no_offers() {
        http.get()
                .uri("/v1/offers?customer=bob")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"items\": []}");
    }

    @Test
    void a_long_list_page_by_page() {
        database.offers()
                .keep(List.of(offer("o2", "ann", NOON.minusSeconds(1)), offer("o3", "ann", NOON.minusSeconds(2))))
                .block();

        http.get()
                .uri("/v1/offers?customer=ann&limit=2")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.next")
                .isEqualTo("o2");
        http.get()
                .uri("/v1/offers?customer=ann&limit=2&after=o2")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].offerId")
                .isEqualTo("o3")
                .jsonPath("$.next")
                .doesNotExist();
    }
}
