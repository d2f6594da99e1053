package stratum.sandbox.fit;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import stratum.sandbox.play.Addresses;
import stratum.sandbox.play.Clients;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;
import stratum.schemas.UnreadableRecord;

/** Reads the bank's transactions from the event log as far as it is written, each once. */
public final class LoggedFacts {

    private LoggedFacts() {}

    /** Gives every transaction in the log to the rhythms. */
    public static void into(Rhythms rhythms, Addresses addresses) {
        Clients clients = addresses.clients();
        try (Consumer<String, byte[]> consumer = clients.consumer();
                Deserializer<SpecificRecord> events = clients.events()) {
            List<TopicPartition> partitions = Clients.partitions(consumer, Topics.TRANSACTIONS);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions));
            Set<String> seen = new HashSet<>();
            while (!left.isEmpty()) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> take(record.value(), events, seen, rhythms));
                left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
    }

    /** What lifecycle could not read either is no customer's rhythm. */
    private static void take(byte[] value, Deserializer<SpecificRecord> events, Set<String> seen, Rhythms rhythms) {
        try {
            SpecificRecord fact = events.deserialize(Topics.TRANSACTIONS, value);
            if (seen.add(FactRules.customerOf(fact) + " " + FactRules.eventIdOf(fact))) {
                rhythms.take(fact);
            }
        } catch (UnreadableRecord unreadable) {
            return;
        }
    }
}
