package stratum.benchmarks.contest;

import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import stratum.schemas.FactRules;

/** Reads every fact and does nothing with it: nobody who understands what comes in can be quicker. */
final class DecodeOnly implements Contestant {

    private static final Duration WAIT = Duration.ofMillis(100);

    @Override
    public Measured run(Course course) {
        Deserializer<SpecificRecord> events = Events.serde(course).deserializer();
        @Nullable Stopwatch stopwatch = null;
        long facts = 0;
        try (Consumer<String, byte[]> consumer = Inputs.consumer(course)) {
            while (facts < course.facts()) {
                ConsumerRecords<String, byte[]> records = consumer.poll(WAIT);
                stopwatch = stopwatch == null && !records.isEmpty() ? new Stopwatch() : stopwatch;
                for (ConsumerRecord<String, byte[]> one : records) {
                    SpecificRecord fact = events.deserialize(one.topic(), one.value());
                    facts += one.key().equals(FactRules.customerOf(fact)) ? 1 : 0;
                }
            }
        }
        return (stopwatch == null ? new Stopwatch() : stopwatch).stop(facts, 0);
    }
}
