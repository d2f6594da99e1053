package stratum.campaign;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import stratum.campaign.store.Database;
import stratum.campaign.stream.Told;
import stratum.campaign.usecase.ShippedCampaigns;
import stratum.events.CampaignPublished;
import stratum.events.Channel;
import stratum.events.ContactPurpose;
import stratum.events.Stage;
import stratum.platform.TestBroker;
import stratum.schemas.Topics;

/** The service between a real broker and a real database, as those outside see it. */
class CampaignServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Instant MONDAY = Instant.parse("1995-03-06T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final int CUSTOMERS = 50;

    private final TestBroker broker = new TestBroker();

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void a_welcome_reaches_marketing_once_though_the_service_is_started_anew(@TempDir Path state) {
        Database.empty();
        try (ConfigurableApplicationContext service = start(state)) {
            everybodyOpensAnAccount(MONDAY);
            WebTestClient http = http(service);

            eventually(() -> lookedUp(http, "/v1/decisions?limit=500", CUSTOMERS));
            offersAreLookedUpAndBadQuestionsAnswered(http);
            progressIsMeasured(http);
        }
        List<SpecificRecord> offers = broker.everythingOn(Topics.OFFERS);

        try (ConfigurableApplicationContext service = start(state)) {
            everybodyOpensAnAccount(TUESDAY);

            eventually(() -> lookedUp(http(service), "/v1/decisions?limit=500", 2 * CUSTOMERS));
        }

        assertThat(offers).hasSizeBetween(CUSTOMERS / 2, CUSTOMERS);
        assertThat(broker.everythingOn(Topics.OFFERS)).isEqualTo(offers);
        assertThat(broker.everythingOn(Topics.CAMPAIGNS))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(ShippedCampaigns.load().all())
                .allMatch(CampaignPublished.class::isInstance);
    }

    private static void offersAreLookedUpAndBadQuestionsAnswered(WebTestClient http) {
        eventually(() -> http.get()
                .uri("/v1/offers?limit=1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].campaignId")
                .isEqualTo("welcome"));
        http.get()
                .uri("/v1/offers?limit=0&customer=a b")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2)
                .jsonPath("$.errors[1].message")
                .isEqualTo("From 1 to 500, not 0.");
    }

    private static void progressIsMeasured(WebTestClient http) {
        String metrics = http.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(metrics).contains("stratum_clock_seconds{").contains("partition=\"1\"");
    }

    private ConfigurableApplicationContext start(Path state) {
        List<String> settings = new ArrayList<>(Database.settings());
        settings.addAll(broker.settings());
        settings.addAll(List.of("--server.port=0", "--server.address=127.0.0.1", "--stratum.state-dir=" + state));
        return new SpringApplicationBuilder(CampaignService.class).run(settings.toArray(String[]::new));
    }

    private void everybodyOpensAnAccount(Instant at) {
        for (int i = 0; i < CUSTOMERS; i++) {
            Told customer = Told.of("c" + i).at(at);
            String id = customer.customer();
            broker.publish(Topics.CUSTOMERS, id, customer.consents(ContactPurpose.MARKETING, Channel.PUSH));
            broker.publish(Topics.STAGES, id, customer.staged(Stage.ACQUISITION));
            broker.publish(Topics.TRANSITIONS, id, customer.moved(null, Stage.ACQUISITION));
        }
        broker.tick(
                at.plus(Duration.ofHours(14)),
                Topics.SCORES,
                Topics.STAGES,
                Topics.TIER_SIGNALS,
                Topics.TRANSITIONS,
                Topics.MILESTONES,
                Topics.CLOCK);
    }

    private static void lookedUp(WebTestClient http, String path, int count) {
        http.get()
                .uri(path)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(count);
    }

    private static void eventually(Runnable holds) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(holds::run);
    }

    private static WebTestClient http(ConfigurableApplicationContext service) {
        String port = requireNonNull(service.getEnvironment().getProperty("local.server.port"));
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE)
                .build();
    }
}
