package stratum.sandbox.play;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import stratum.events.TopicHead;
import stratum.schemas.Topics;

/** How far the log has come with facts that were acknowledged: what a tick says belongs before it. */
final class Heads {

    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    private final int partitions;

    private Heads(int partitions) {
        this.partitions = partitions;
    }

    /** Begins where the log ends now. */
    static Heads at(Consumer<?, ?> consumer) {
        Heads heads = new Heads(consumer.partitionsFor(Topics.CLOCK).size());
        Stream.concat(Topics.sliced().stream(), Topics.decidedBy().stream())
                .forEach(topic -> heads.ends.putAll(consumer.endOffsets(Clients.partitions(consumer, topic))));
        return heads;
    }

    void acknowledged(RecordMetadata fact) {
        ends.merge(new TopicPartition(fact.topic(), fact.partition()), fact.offset() + 1, Math::max);
    }

    int partitions() {
        return partitions;
    }

    List<TopicHead> of(int partition) {
        return Stream.concat(
                        Topics.sliced().stream().map(topic -> new TopicPartition(topic, partition)),
                        Topics.decidedBy().stream().map(topic -> new TopicPartition(topic, 0)))
                .map(each -> new TopicHead(each.topic(), each.partition(), ends.getOrDefault(each, 0L)))
                .toList();
    }
}
