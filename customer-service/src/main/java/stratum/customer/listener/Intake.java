package stratum.customer.listener;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import stratum.customer.domain.BusinessTime;
import stratum.events.ClockTicked;
import stratum.events.CustomerProfiled;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;
import stratum.schemas.UnreadableRecord;

/** Tells the records of a batch that can be booked from those that cannot. Tombstones are neither, nor are ticks. */
final class Intake {

    private final Deserializer<SpecificRecord> events;
    private final Clock clock;

    Intake(Deserializer<SpecificRecord> events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** A batch, sorted out. */
    record Sorted(List<Arrived> arrived, List<Refused> refused, Map<Integer, Instant> ticks) {}

    Sorted sort(List<ConsumerRecord<byte[], byte[]>> batch) {
        Sorted sorted = new Sorted(new ArrayList<>(batch.size()), new ArrayList<>(), new TreeMap<>());
        batch.stream().filter(raw -> raw.value() != null).forEach(raw -> sort(raw, sorted));
        return sorted;
    }

    private void sort(ConsumerRecord<byte[], byte[]> raw, Sorted sorted) {
        if (raw.value().length > Topics.LARGEST_RECORD_BYTES) {
            sorted.refused.add(new Refused(
                    raw,
                    "TOO_LARGE",
                    "It has %d bytes and may have %d.".formatted(raw.value().length, Topics.LARGEST_RECORD_BYTES)));
            return;
        }
        try {
            judge(raw, events.deserialize(raw.topic(), raw.value()), sorted);
        } catch (UnreadableRecord e) {
            sorted.refused.add(new Refused(raw, e.reason(), String.valueOf(e.getMessage())));
        }
    }

    private void judge(ConsumerRecord<byte[], byte[]> raw, SpecificRecord record, Sorted sorted) {
        Optional<FactRules.Violation> violation = FactRules.violation(record);
        if (record instanceof ClockTicked tick) {
            if (violation.isEmpty() && raw.topic().equals(Topics.TIER_SIGNALS)) {
                sorted.ticks.merge(raw.partition(), tick.getBusinessTime(), Intake::later);
            }
        } else if (violation.isPresent()) {
            sorted.refused.add(new Refused(
                    raw,
                    violation.get().reason(),
                    violation.get().field() + ": " + violation.get().sentence()));
        } else if (record instanceof CustomerProfiled file
                && BusinessTime.isAbsurd(file.getOccurredAt(), clock.instant())) {
            // Held as the latest, it would bar every edit until its day has come.
            String sentence = "occurredAt: %s is more than a day ahead of the clock.".formatted(file.getOccurredAt());
            sorted.refused.add(new Refused(raw, FactRules.ABSURD_DATE, sentence));
        } else {
            sorted.arrived.add(new Arrived(raw, record));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
