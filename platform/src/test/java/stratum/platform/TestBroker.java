package stratum.platform;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import stratum.events.ClockTicked;
import stratum.events.TopicHead;
import stratum.schemas.EventSerde;
import stratum.schemas.LocalSerde;
import stratum.schemas.Topics;

/** A real broker with every topic of the catalogue, and what it takes to publish there and to read it all again. */
public final class TestBroker implements AutoCloseable {

    /** Of each topic that is keyed by customer. */
    public static final int PARTITIONS = 2;

    private static final EventSerde SERDE = LocalSerde.create();

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
    private final Producer<String, byte[]> producer;

    public TestBroker() {
        broker.brokerProperties(Map.of(
                // Business time lies years back.
                "log.retention.ms", "-1",
                "message.max.bytes", Integer.toString(Topics.MAX_MESSAGE_BYTES),
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "2",
                "group.initial.rebalance.delay.ms", "0"));
        broker.afterPropertiesSet();
        broker.addTopics(Topics.catalogue().stream()
                .map(topic -> new NewTopic(topic.name(), topic.keyedByCustomer() ? PARTITIONS : 1, (short) 1))
                .toArray(NewTopic[]::new));
        producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_MESSAGE_BYTES));
    }

    /** Settings of a service that is to use it, and no registry. */
    public List<String> settings() {
        return List.of(
                "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                "--stratum.serializer=stratum.schemas.LocalSerializer",
                "--stratum.deserializer=stratum.schemas.LocalDeserializer");
    }

    /** Publishes an event; it has arrived when this returns. */
    public void publish(String topic, String key, SpecificRecord event) {
        publishRaw(topic, key, SERDE.serializer().serialize(topic, event));
    }

    /** Publishes whatever bytes; they have arrived when this returns. */
    public void publishRaw(String topic, String key, byte[] value) {
        send(topic, null, key, value);
        producer.flush();
    }

    /** Publishes an event; it has arrived when the next publication or tick has. */
    public void publishSoon(String topic, String key, SpecificRecord event) {
        send(topic, null, key, SERDE.serializer().serialize(topic, event));
    }

    /** Ticks into every partition of these topics. */
    public void tick(Instant time, String... topics) {
        ClockTicked tick = new ClockTicked(time, List.of());
        for (int partition = 0; partition < PARTITIONS; partition++) {
            for (String topic : topics) {
                send(topic, partition, "clock:" + partition, SERDE.serializer().serialize(topic, tick));
            }
        }
        producer.flush();
    }

    /** Ticks into every partition of the clock, and counts all that has arrived: it is worked through before the tick. */
    public void tickAfterAll(Instant time) {
        List<TopicPartition> counted = Stream.concat(Topics.sliced().stream(), Topics.decidedBy().stream())
                .flatMap(topic -> producer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        try (Consumer<String, byte[]> consumer = consumer(Topics.CLOCK)) {
            List<TopicHead> heads = consumer.endOffsets(counted).entrySet().stream()
                    .map(end -> new TopicHead(end.getKey().topic(), end.getKey().partition(), end.getValue()))
                    .toList();
            byte[] tick = SERDE.serializer().serialize(Topics.CLOCK, new ClockTicked(time, heads));
            for (int partition = 0; partition < PARTITIONS; partition++) {
                send(Topics.CLOCK, partition, "clock:" + partition, tick);
            }
            producer.flush();
        }
    }

    private void send(String topic, @Nullable Integer partition, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, partition, key, value));
    }

    /** Reads a topic from its beginning, and of it what is committed. */
    public Consumer<String, byte[]> consumer(String topic) {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.getBrokersAsString(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** All that is committed in a topic, partition by partition. */
    public List<SpecificRecord> everythingOn(String topic) {
        List<SpecificRecord> events = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumer(topic)) {
            for (TopicPartition partition : List.copyOf(consumer.assignment())) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                long end =
                        requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
                while (consumer.position(partition) < end) {
                    consumer.poll(Duration.ofMillis(200))
                            .forEach(record -> events.add(SERDE.deserializer().deserialize(topic, record.value())));
                }
            }
        }
        return events;
    }

    @Override
    public void close() {
        producer.close();
        broker.destroy();
    }
}
