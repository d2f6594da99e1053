package stratum.lifecycle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static stratum.lifecycle.RunningService.eventually;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import stratum.lifecycle.domain.BgNbd;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.lifecycle.reference.Facts;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.platform.TestBroker;
import stratum.platform.TestDatabase;
import stratum.schemas.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bank learns its customers' rhythm over HTTP, and puts in force what it has learned. */
final class LearningTest {

    private static final String FIT = "/v1/models/bgnbd/fit";
    private static final String BY_ANNA = "{\"actor\": \"anna\"}";
    private static final String BY_BEN = "{\"actor\": \"ben\"}";
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = FIRST.plusDays(300);
    private static final int CUSTOMERS = 150;
    private static final long SEED = 11;
    private static final double LOSS = 0.1;

    private final JsonMapper json = JsonMapper.builder().build();
    private final List<String> database = TestDatabase.empty();
    private final TestBroker broker = new TestBroker();
    private int ticks;

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void what_was_learned_is_drafted_reviewed_by_another_and_rules(@TempDir Path state) {
        everybodyPays(LOSS);
        try (RunningService service = new RunningService(broker, database, state, "127.0.0.1:1")) {
            everybodyIsCounted(service);

            JsonNode fit = body(service.post(FIT, BY_ANNA)
                    .expectStatus()
                    .isCreated()
                    .expectHeader()
                    .location("/v1/policies/lifecycle/lifecycle-default/versions/2")
                    .expectHeader()
                    .valueEquals("ETag", "\"1\"")
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody());

            everybodyIsAccountedFor(fit);
            assertThat(fit.at("/draft/id").asString()).isEqualTo("lifecycle-default");
            assertThat(fit.at("/draft/version").asInt()).isEqualTo(2);
            assertThat(fit.at("/draft/effectiveFrom").asString()).isEqualTo(LAST.plusDays(1) + "T00:00:00Z");
            service.post(FIT, BY_BEN)
                    .expectStatus()
                    .isCreated()
                    .expectHeader()
                    .location("/v1/policies/lifecycle/lifecycle-default/versions/3");

            BgNbd learned = draftIsTheShippedPolicyWith(service, fit);
            publish(service);
            eventually(() -> {
                broker.tick(endOf(LAST.plusDays(1 + ticks++)), Topics.CLOCK);
                rulesBy(learned, body(service, "/v1/stages/c0"));
            });
        }
    }

    @Test
    void what_was_learned_is_told_and_not_drafted_where_it_cannot_rule(@TempDir Path state) {
        everybodyPays(0);
        try (RunningService service = new RunningService(broker, database, state, "127.0.0.1:1")) {
            everybodyIsCounted(service);

            JsonNode fit = body(service.post(FIT, BY_ANNA)
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody());

            everybodyIsAccountedFor(fit);
            assertThat(fit.at("/bgNbd/a").asDouble()).isLessThan(0.001);
            assertThat(fit.has("draft")).isFalse();
            assertThat(fit.at("/errors/0/field").asString()).isEqualTo("/bgNbd/a");
            assertThat(fit.at("/errors/0/message").asString())
                    .startsWith("The BG/NBD parameter a is a number from 0.001 to 1.0E12, not ");
            service.get("/v1/policies/lifecycle/lifecycle-default/versions/2")
                    .expectStatus()
                    .isNotFound();
        }
    }

    private void everybodyPays(double loss) {
        Random random = new Random(SEED);
        for (int i = 0; i < CUSTOMERS; i++) {
            String customer = "c" + i;
            Facts facts = new Facts(customer);
            broker.publish(Topics.HOLDINGS, customer, facts.opened(FIRST));
            days(random, loss)
                    .forEach(day ->
                            broker.publish(Topics.TRANSACTIONS, customer, facts.paid(FIRST.plusDays(day), 1_000_000)));
        }
        broker.tick(endOf(LAST), Topics.CLOCK);
    }

    private static void everybodyIsCounted(RunningService service) {
        eventually(() -> service.get("/v1/stages/distribution")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.asOf")
                .isEqualTo(LAST.toString())
                .jsonPath("$.customers")
                .isEqualTo(CUSTOMERS));
    }

    private static void everybodyIsAccountedFor(JsonNode fit) {
        int customers = fit.at("/customers").asInt();
        assertThat(customers).isGreaterThan(CUSTOMERS - 10);
        assertThat(fit.at("/logLikelihood").asDouble()).isNegative();
        double actual = 0;
        double expected = 0;
        for (JsonNode frequency : fit.at("/repeats")) {
            actual += frequency.at("/actual").asInt();
            expected += frequency.at("/expected").asDouble();
        }
        assertThat(actual).isEqualTo(customers);
        assertThat(expected).isCloseTo(customers, within(1e-6));
    }

    private BgNbd draftIsTheShippedPolicyWith(RunningService service, JsonNode fit) {
        JsonNode draft = body(service, "/v1/policies/lifecycle/lifecycle-default/versions/2");
        assertThat(draft.at("/state").asString()).isEqualTo("DRAFT");
        assertThat(draft.at("/author").asString()).isEqualTo("anna");
        LifecyclePolicy policy = PolicyReading.read(draft.at("/document").toString());
        LifecyclePolicy shipped = PolicyReading.defaultPolicy();
        assertThat(policy.weights()).isEqualTo(shipped.weights());
        assertThat(policy.cadence()).isEqualTo(shipped.cadence());
        assertThat(policy.bgNbd()).isNotEqualTo(shipped.bgNbd());
        assertThat(policy.bgNbd().r())
                .isCloseTo(
                        fit.at("/bgNbd/r").asDouble(),
                        within(1e-4 * fit.at("/bgNbd/r").asDouble()));
        return policy.bgNbd();
    }

    private static void publish(RunningService service) {
        String version = "/v1/policies/lifecycle/lifecycle-default/versions/2/";
        service.post(version + "submit", BY_ANNA, 1).expectStatus().isOk();
        service.post(version + "approve", BY_ANNA, 2).expectStatus().isEqualTo(409);
        service.post(version + "approve", BY_BEN, 2).expectStatus().isOk();
        service.post(version + "publish", BY_BEN, 3).expectStatus().isOk();
    }

    /** P(alive) is worked out anew from the rhythm that is told of the customer. */
    private void rulesBy(BgNbd learned, JsonNode stage) {
        assertThat(stage.at("/policy/version").asInt()).isEqualTo(2);
        LocalDate asOf = LocalDate.parse(stage.at("/asOf").asString());
        List<Long> days = daysOfTheFirst();
        long first = days.get(0);
        double pAlive = learned.pAlive(
                days.size() - 1, days.get(days.size() - 1) - first, ChronoUnit.DAYS.between(FIRST, asOf) - first);
        assertThat(stage.at("/pAlive").asDouble()).isCloseTo(pAlive, within(1e-9));
    }

    /** On which days the first customer paid, who is the first to draw from chance. */
    private static List<Long> daysOfTheFirst() {
        return days(new Random(SEED), LOSS);
    }

    /** Of one with a rate of her own, who is lost after each payment with this chance. */
    private static List<Long> days(Random random, double loss) {
        double pause = 5 + 40 * random.nextDouble();
        List<Long> days = new ArrayList<>();
        for (double day = pause * random.nextDouble(); day < 300; ) {
            days.add((long) day);
            day += random.nextDouble() < loss ? 1e6 : 1 - pause * Math.log1p(-random.nextDouble());
        }
        return days;
    }

    private JsonNode body(RunningService service, String path) {
        return body(service.get(path)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private JsonNode body(@Nullable String answer) {
        return json.readTree(requireNonNull(answer));
    }

    private static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1);
    }
}
