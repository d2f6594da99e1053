package stratum.sandbox.play;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import stratum.events.ClockTicked;
import stratum.events.TopicHead;
import stratum.schemas.Topics;

/** Passes ticks on as scoring and lifecycle do, and does nothing else. */
public final class StandIn implements AutoCloseable {

    private final Clients clients;
    private final Thread thread;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Map<Integer, Long> sliced = new ConcurrentHashMap<>();
    private volatile boolean resting;

    public StandIn(Clients clients) {
        this.clients = clients;
        this.thread = new Thread(this::run, "stand-in");
        thread.start();
    }

    /** While it rests no tick is passed on. */
    public void rest(boolean rests) {
        resting = rests;
    }

    private void run() {
        try (Consumer<String, byte[]> consumer = clients.consumer();
                Producer<String, SpecificRecord> producer = clients.producer();
                Deserializer<SpecificRecord> events = clients.events()) {
            List<TopicPartition> partitions = Clients.partitions(consumer, Topics.CLOCK);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!ended.get()) {
                if (resting) {
                    consumer.pause(partitions);
                } else {
                    consumer.resume(partitions);
                }
                consumer.poll(Duration.ofMillis(20)).forEach(tick -> passOn(tick, producer, events));
            }
        }
    }

    private void passOn(
            ConsumerRecord<String, byte[]> record,
            Producer<String, SpecificRecord> producer,
            Deserializer<SpecificRecord> events) {
        ClockTicked tick = (ClockTicked) events.deserialize(record.topic(), record.value());
        long facts = tick.getHeads().stream().mapToLong(TopicHead::getEndOffset).sum();
        sliced.put(record.partition(), facts);
        for (String topic : List.of(Topics.TIER_SIGNALS, Topics.TRANSITIONS)) {
            ProducerRecord<String, SpecificRecord> passed = new ProducerRecord<>(
                    topic,
                    record.partition(),
                    record.timestamp(),
                    record.key(),
                    new ClockTicked(tick.getBusinessTime(), List.of()));
            passed.headers().add("stratum.facts", Long.toString(facts).getBytes(StandardCharsets.UTF_8));
            producer.send(passed);
        }
    }

    @Override
    public void close() throws InterruptedException {
        ended.set(true);
        thread.join();
    }
}
