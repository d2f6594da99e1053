package stratum.campaign.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.campaign.store.Database;
import stratum.campaign.usecase.DecisionView;
import stratum.campaign.usecase.Lookup;
import stratum.campaign.usecase.Made;
import stratum.campaign.usecase.OfferView;
import stratum.events.Channel;
import stratum.events.Considered;
import stratum.events.DecisionMade;
import stratum.events.Message;
import stratum.events.Money;
import stratum.events.Occasion;
import stratum.events.OccasionKind;
import stratum.events.OfferMade;
import stratum.events.Reason;
import stratum.platform.kafka.DeadLetter;
import stratum.schemas.EventSerde;
import stratum.schemas.LocalSerde;
import stratum.schemas.Topics;

class DecisionsListenerTest {

    private static final Instant NOON = Instant.parse("1995-03-06T12:00:00Z");
    private static final EventSerde SERDE = LocalSerde.create();

    private final Database database = Database.empty();
    private final Made<OfferView> offers = database.offers();
    private final Made<DecisionView> decisions = database.decisions();
    private final MockProducer<String, byte[]> dead =
            new MockProducer<>(true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    private final DecisionsListener listener = listener(offers);

    private DecisionsListener listener(Made<OfferView> to) {
        return new DecisionsListener(
                SERDE, to, decisions, new DeadLetters(new KafkaTemplate<>(new MockProducerFactory<>(() -> dead))));
    }

    @Test
    void what_was_announced_can_be_looked_up() {
        listener.keep(List.of(record(Topics.OFFERS, offer("o1")), record(Topics.DECISIONS, decision("d1", "o1"))));

        assertThat(offers()).singleElement().satisfies(offer -> {
            assertThat(offer.offerId()).isEqualTo("o1");
            assertThat(offer.value().currency()).isEqualTo("CZK");
            assertThat(offer.messages().get(0).text()).isEqualTo("Hello");
            assertThat(offer.reasons().get(0).text()).containsEntry("zh-CN", "因为");
        });
        assertThat(decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.offerId()).isEqualTo("o1");
            assertThat(decision.considered().get(1).withheld()).isEqualTo("CONSENT");
        });
    }

    @Test
    void the_same_batch_again_changes_nothing() {
        List<ConsumerRecord<String, byte[]>> batch =
                List.of(record(Topics.OFFERS, offer("o1")), record(Topics.OFFERS, offer("o2")));

        listener.keep(batch);
        listener.keep(batch);

        assertThat(offers()).hasSize(2);
    }

    @Test
    void what_nobody_can_read_is_put_aside_and_the_rest_is_kept() {
        listener.keep(List.of(
                new ConsumerRecord<>(Topics.OFFERS, 3, 17, "ann", new byte[] {9, 9}),
                record(Topics.OFFERS, offer("o1"))));

        assertThat(offers()).hasSize(1);
        assertThat(dead.history()).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo(Topics.CAMPAIGN_DEAD_LETTERS);
            assertThat(letter.value()).containsExactly(9, 9);
            assertThat(letter.headers().lastHeader(DeadLetter.REASON).value())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("UNREADABLE");
            assertThat(letter.headers().lastHeader(DeadLetter.OFFSET).value())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("17");
        });
    }

    @Test
    void a_database_that_is_away_fails_the_batch_so_that_it_comes_again() {
        DecisionsListener cutOff = listener(new Made<OfferView>() {
            @Override
            public Mono<Void> keep(List<OfferView> made) {
                return Mono.error(new IllegalStateException("no database"));
            }

            @Override
            public Flux<OfferView> find(Lookup lookup) {
                return Flux.empty();
            }
        });

        assertThatThrownBy(() -> cutOff.keep(List.of(record(Topics.OFFERS, offer("o1")))))
                .hasMessage("no database");
        assertThat(dead.history()).isEmpty();
    }

    private List<OfferView> offers() {
        return offers.find(new Lookup("ann", null, 10)).toStream().toList();
    }

    private List<DecisionView> decisions() {
        return decisions.find(new Lookup("ann", null, 10)).toStream().toList();
    }

    private static ConsumerRecord<String, byte[]> record(String topic, SpecificRecord event) {
        return new ConsumerRecord<>(topic, 0, 0, "ann", SERDE.serializer().serialize(topic, event));
    }

    private static OfferMade offer(String id) {
        return OfferMade.newBuilder()
                .setOfferId(id)
                .setCustomerId("ann")
                .setOccurredAt(NOON)
                .setCampaignId("welcome")
                .setCampaignVersion(1)
                .setOccasion(occasion())
                .setOfferCode("CODE")
                .setValue(new Money(60_000L, "CZK"))
                .setChannel(Channel.PUSH)
                .setVariant("standard")
                .setMessages(List.of(new Message(Channel.PUSH, "en", null, "Hello")))
                .setLanguage("en")
                .setValidUntil(NOON)
                .setReasons(List.of(new Reason("ACQUISITION", Map.of("en", "Because", "zh-CN", "因为"))))
                .build();
    }

    private static DecisionMade decision(String id, String offerId) {
        return new DecisionMade(
                id,
                "ann",
                NOON,
                occasion(),
                offerId,
                List.of(
                        new Considered("welcome", 1, null, null, "standard"),
                        new Considered("zeal", 1, "CONSENT", "No consent for MARKETING on PUSH", null)),
                null,
                null,
                null,
                null);
    }

    private static Occasion occasion() {
        return new Occasion(OccasionKind.STAGE_CHANGE, "t1", "ACQUISITION", NOON);
    }
}
