package stratum.campaign.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import stratum.campaign.usecase.DecisionView;
import stratum.campaign.usecase.Made;
import stratum.campaign.usecase.OfferView;
import stratum.events.DecisionMade;
import stratum.events.OfferMade;
import stratum.schemas.EventSerde;
import stratum.schemas.FactRules;
import stratum.schemas.FactRules.Violation;
import stratum.schemas.Topics;
import stratum.schemas.UnreadableRecord;

/**
 * Keeps what was announced where people can look it up, a batch at a time. It may lag and repeat itself: the same again
 * changes nothing, and a database that is away is waited for.
 */
@Component
final class DecisionsListener {

    private final EventSerde serde;
    private final Made<OfferView> offers;
    private final Made<DecisionView> decisions;
    private final DeadLetters deadLetters;

    DecisionsListener(EventSerde serde, Made<OfferView> offers, Made<DecisionView> decisions, DeadLetters deadLetters) {
        this.serde = serde;
        this.offers = offers;
        this.decisions = decisions;
        this.deadLetters = deadLetters;
    }

    @KafkaListener(
            id = "campaign-lookup",
            topics = {Topics.OFFERS, Topics.DECISIONS},
            batch = "true",
            properties = {
                "value.deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer",
                "max.poll.records=1000"
            })
    void keep(List<ConsumerRecord<String, byte[]>> batch) {
        List<OfferView> made = new ArrayList<>();
        List<DecisionView> decided = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            SpecificRecord event = read(record);
            if (event instanceof OfferMade offer) {
                made.add(Views.of(offer));
            } else if (event instanceof DecisionMade decision) {
                decided.add(Views.of(decision));
            }
        }
        offers.keep(made).then(decisions.keep(decided)).block();
    }

    private @Nullable SpecificRecord read(ConsumerRecord<String, byte[]> record) {
        try {
            SpecificRecord event = serde.deserializer().deserialize(record.topic(), record.value());
            Optional<Violation> violation = event == null ? Optional.empty() : FactRules.violation(event);
            violation.ifPresent(found -> deadLetters.add(record, found.reason(), found.sentence()));
            return violation.isPresent() ? null : event;
        } catch (UnreadableRecord e) {
            deadLetters.add(record, e.reason(), String.valueOf(e.getMessage()));
            return null;
        }
    }
}
