package stratum.console.listener;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;
import stratum.console.domain.BrokerReading;
import stratum.console.domain.GroupReading;
import stratum.console.domain.Span;
import stratum.console.domain.TopicReading;
import stratum.console.usecase.Brokers;
import stratum.schemas.Topic;
import stratum.schemas.Topics;

/** Asks the broker about the topics of the catalogue and about all who read them. */
final class KafkaBrokers implements Brokers, AutoCloseable {

    private static final long PATIENCE_SECONDS = 4;

    /** Sizes on disk are dearer to ask for than offsets, and nobody watches them by the second. */
    private static final int DISK_EVERY = 5;

    private final Supplier<Admin> connect;
    private final Clock clock;
    private @Nullable Admin admin;
    private Map<String, Long> bytes = Map.of();
    private int readings;

    KafkaBrokers(Supplier<Admin> connect, Clock clock) {
        this.connect = connect;
        this.clock = clock;
    }

    @Override
    public BrokerReading read() {
        try {
            return read(connected());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new BrokerUnreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnreachable(e);
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private synchronized Admin connected() {
        if (admin == null) {
            admin = connect.get();
        }
        return admin;
    }

    private BrokerReading read(Admin broker) throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, TopicDescription> topics = described(broker);
        Map<TopicPartition, OffsetSpec> first = partitions(topics, OffsetSpec.earliest());
        Map<TopicPartition, OffsetSpec> last = partitions(topics, OffsetSpec.latest());
        KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> starts =
                broker.listOffsets(first).all();
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                got(broker.listOffsets(last, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all());
        Map<TopicPartition, ListOffsetsResultInfo> begins = got(starts);
        if (readings++ % DISK_EVERY == 0) {
            bytes = onDisk(broker);
        }
        List<TopicReading> readings = topics.values().stream()
                .map(topic -> reading(topic, begins, ends))
                .toList();
        return new BrokerReading(clock.instant(), readings, groups(broker));
    }

    private TopicReading reading(
            TopicDescription topic,
            Map<TopicPartition, ListOffsetsResultInfo> begins,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        Map<Integer, Span> spans = new HashMap<>();
        for (TopicPartitionInfo info : topic.partitions()) {
            TopicPartition partition = new TopicPartition(topic.name(), info.partition());
            ListOffsetsResultInfo begin = begins.get(partition);
            ListOffsetsResultInfo end = ends.get(partition);
            if (begin != null && end != null) {
                spans.put(info.partition(), new Span(begin.offset(), end.offset()));
            }
        }
        return new TopicReading(topic.name(), spans, bytes.getOrDefault(topic.name(), -1L));
    }

    private static Map<String, TopicDescription> described(Admin broker)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<String> there = got(broker.listTopics().names()).stream()
                .filter(KafkaBrokers::inCatalogue)
                .toList();
        return got(broker.describeTopics(there).allTopicNames());
    }

    private static boolean inCatalogue(String name) {
        return Topics.catalogue().stream().map(Topic::name).anyMatch(name::equals);
    }

    private static Map<TopicPartition, OffsetSpec> partitions(Map<String, TopicDescription> topics, OffsetSpec spec) {
        return topics.values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> spec));
    }

    private static List<GroupReading> groups(Admin broker)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<String> names = got(
                        broker.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(GroupListing::groupId)
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, ListConsumerGroupOffsetsSpec> specs =
                names.stream().collect(Collectors.toMap(name -> name, name -> new ListConsumerGroupOffsetsSpec()));
        KafkaFuture<Map<String, ConsumerGroupDescription>> described =
                broker.describeConsumerGroups(names).all();
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
                got(broker.listConsumerGroupOffsets(specs).all());
        Map<String, ConsumerGroupDescription> descriptions = got(described);
        return names.stream()
                .map(name -> group(name, descriptions.get(name), committed.getOrDefault(name, Map.of())))
                .toList();
    }

    private static GroupReading group(
            String name,
            @Nullable ConsumerGroupDescription description,
            Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<String, Map<Integer, Long>> offsets = new HashMap<>();
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.computeIfAbsent(partition.topic(), topic -> new HashMap<>())
                        .put(partition.partition(), offset.offset());
            }
        });
        return new GroupReading(
                name, description == null ? 0 : description.members().size(), offsets);
    }

    private static Map<String, Long> onDisk(Admin broker)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<Integer> nodes = got(broker.describeCluster().nodes()).stream()
                .map(node -> node.id())
                .toList();
        return got(broker.describeLogDirs(nodes).allDescriptions()).values().stream()
                .flatMap(dirs -> dirs.values().stream())
                .flatMap(dir -> dir.replicaInfos().entrySet().stream())
                .collect(Collectors.groupingBy(
                        replica -> replica.getKey().topic(),
                        Collectors.summingLong(replica -> replica.getValue().size())));
    }

    private static <T> T got(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
