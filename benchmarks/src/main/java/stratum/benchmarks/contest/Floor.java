package stratum.benchmarks.contest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import stratum.events.TransactionPosted;

/**
 * What exactly-once costs without a framework: a plain consumer, a sum per customer in a map, and a transactional producer
 * that writes the customers changed, and the offsets, once per commit interval. It decides nothing.
 */
final class Floor implements Contestant {

    static final String STORE = "sums";

    private static final Duration WAIT = Duration.ofMillis(100);

    /** A customer's facts counted, and the money that moved. */
    private static final class Sum {
        private final String customer;
        private long facts;
        private long amountMinor;
        private boolean changed;

        Sum(String customer) {
            this.customer = customer;
        }

        boolean add(SpecificRecord fact) {
            facts++;
            amountMinor += fact instanceof TransactionPosted posted
                    ? posted.getAmount().getAmountMinor()
                    : 0;
            boolean first = !changed;
            changed = true;
            return first;
        }

        byte[] write() {
            changed = false;
            return ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(facts)
                    .putLong(amountMinor)
                    .array();
        }
    }

    private final Map<String, Sum> sums = new HashMap<>();
    private final List<Sum> changed = new ArrayList<>();

    @Override
    public Measured run(Course course) {
        Deserializer<SpecificRecord> events = Events.serde(course).deserializer();
        @Nullable Stopwatch stopwatch = null;
        long facts = 0;
        try (Consumer<String, byte[]> consumer = Inputs.consumer(course);
                Producer<byte[], byte[]> producer = producer(course)) {
            producer.initTransactions();
            long committed = System.nanoTime();
            while (facts < course.facts()) {
                ConsumerRecords<String, byte[]> records = consumer.poll(WAIT);
                stopwatch = stopwatch == null && !records.isEmpty() ? new Stopwatch() : stopwatch;
                for (ConsumerRecord<String, byte[]> one : records) {
                    add(one.key(), events.deserialize(one.topic(), one.value()));
                }
                facts += records.count();
                if (System.nanoTime() - committed >= course.commitInterval().toNanos() || facts == course.facts()) {
                    commit(course, consumer, producer);
                    committed = System.nanoTime();
                }
            }
            return (stopwatch == null ? new Stopwatch() : stopwatch).stop(facts, 0);
        }
    }

    private void add(String customer, SpecificRecord fact) {
        Sum sum = sums.computeIfAbsent(customer, Sum::new);
        if (sum.add(fact)) {
            changed.add(sum);
        }
    }

    private void commit(Course course, Consumer<String, byte[]> consumer, Producer<byte[], byte[]> producer) {
        producer.beginTransaction();
        for (Sum sum : changed) {
            byte[] key = sum.customer.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(course.changelog(STORE), key, sum.write()));
        }
        changed.clear();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        consumer.assignment().forEach(at -> offsets.put(at, new OffsetAndMetadata(consumer.position(at))));
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
    }

    private static Producer<byte[], byte[]> producer(Course course) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        course.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        course.application(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        100,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
