package stratum.benchmarks;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import stratum.sandbox.run.SandboxFailure;
import stratum.schemas.EventSerde;
import stratum.schemas.FactRules;

/** What contestants have written into the broker, as everyone else may read it. */
final class Written implements AutoCloseable {

    private static final String CHANGELOG = "-changelog";

    private final Admin admin;
    private final Consumer<String, byte[]> consumer;
    private final Deserializer<SpecificRecord> events;

    Written(String bootstrapServers, String registryUrl) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        events = EventSerde.of(registryUrl).deserializer();
    }

    /** Where a topic ends now. */
    Map<TopicPartition, Long> ends(String topic) {
        return consumer.endOffsets(partitions(topic));
    }

    /** Ids of the decisions that were written since, ticks left out. */
    Set<String> decisionsSince(Map<TopicPartition, Long> begin) {
        Set<String> ids = new HashSet<>();
        read(begin, one -> {
            String id = FactRules.eventIdOf(events.deserialize(one.topic(), one.value()));
            if (id != null) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** Bytes of each customer's last record in a changelog. */
    Map<String, Integer> stateBytes(String application, String store) {
        Map<String, Integer> sizes = new HashMap<>();
        Map<TopicPartition, Long> begin = partitions("%s-%s%s".formatted(application, store, CHANGELOG)).stream()
                .collect(Collectors.toMap(partition -> partition, partition -> 0L));
        read(begin, one -> sizes.put(one.key(), one.value() == null ? 0 : one.value().length));
        // How far a partition's clock has come lies there too, under a key that no customer has.
        sizes.remove("");
        return sizes;
    }

    private void read(
            Map<TopicPartition, Long> begin, java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        consumer.assign(begin.keySet());
        begin.forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(begin.keySet());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(each);
        }
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** Bytes that an application's changelogs take in the log. */
    long changelogBytes(String application) {
        Map<String, Long> bytes = new HashMap<>();
        eachReplica((partition, replica) -> bytes.merge(partition.topic(), replica.size(), Long::sum));
        return bytes.entrySet().stream()
                .filter(topic -> isChangelog(topic.getKey(), application))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private void eachReplica(BiConsumer<TopicPartition, ReplicaInfo> each) {
        try {
            admin.describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
                    .flatMap(dirs -> dirs.values().stream())
                    .forEach(dir -> dir.replicaInfos().forEach(each));
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A changelog of one's own, where Kafka Streams makes none. */
    void createChangelog(String application, String store, int partitions) {
        NewTopic topic = new NewTopic("%s-%s%s".formatted(application, store, CHANGELOG), partitions, (short) 1)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Makes room for those who come after. */
    void deleteChangelogs(String application) {
        try {
            admin.deleteTopics(admin.listTopics().names().get().stream()
                            .filter(topic -> isChangelog(topic, application))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean isChangelog(String topic, String application) {
        return topic.startsWith(application + "-") && topic.endsWith(CHANGELOG);
    }

    private static SandboxFailure failed(Exception cause) {
        return new SandboxFailure("The broker does not answer: %s.".formatted(cause.getMessage()), cause);
    }

    private static SandboxFailure interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new SandboxFailure("The benchmark was interrupted.", cause);
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
