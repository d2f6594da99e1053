package stratum.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import stratum.benchmarks.contest.ContestantProgram;
import stratum.benchmarks.contest.Course;
import stratum.benchmarks.contest.Measured;
import stratum.benchmarks.facts.Log;
import stratum.benchmarks.facts.SkewedFacts;
import stratum.events.TierSignalled;
import stratum.schemas.EventSerde;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;

/**
 * Publishes facts at a steady rate, with ticks, and waits for the signals that they lead to. A fact counts from when it was
 * to be published, so that a publisher held up hides nothing. Which fact led to a signal, the signal's id says.
 */
final class LiveLatency {

    private static final int FACTS_PER_SECOND = 5_000;
    private static final long APART = TimeUnit.SECONDS.toNanos(1) / FACTS_PER_SECOND;
    private static final int WARM_UP_SECONDS = 10;
    private static final Duration LINGER = Duration.ofMillis(2);
    private static final Duration AFTERWARDS = Duration.ofSeconds(3);
    private static final double MICROS = 1000.0;

    private final Lane lane;
    private final Course course;
    private final int customers;
    private final Map<String, Long> dueNanos = new ConcurrentHashMap<>();
    private volatile boolean published;

    LiveLatency(Lane lane, Course course, int customers) {
        this.lane = lane;
        this.course = course;
        this.customers = customers;
    }

    Report.Latency measure(Duration tick, int seconds) throws InterruptedException {
        Histogram histogram = new Histogram(3);
        try (Lane.Contestant<Measured> ours = lane.start(ContestantProgram.STARTED, course, Measured.class);
                Consumer<String, byte[]> signals = signals();
                Log log = new Log(course.bootstrapServers(), course.registryUrl(), LINGER)) {
            Thread reading = new Thread(
                    () -> read(signals, histogram),
                    "signals of " + ours.process().pid());
            reading.start();
            publish(log, tick, seconds);
            TimeUnit.NANOSECONDS.sleep(AFTERWARDS.toNanos());
            published = true;
            reading.join();
        }
        return new Report.Latency(
                course.commitInterval().toMillis(),
                tick.toMillis(),
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / MICROS,
                histogram.getValueAtPercentile(99) / MICROS,
                histogram.getMaxValue() / MICROS);
    }

    private void publish(Log log, Duration tick, int seconds) {
        SkewedFacts facts = new SkewedFacts(customers, course.application().hashCode());
        long begin = System.nanoTime();
        long measuredFrom = begin + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS);
        long end = measuredFrom + TimeUnit.SECONDS.toNanos(seconds);
        long nextTick = begin;
        for (long due = begin; due < end; due += APART) {
            awaitNanos(due);
            if (due >= nextTick) {
                log.tick(Instant.now());
                nextTick += tick.toNanos();
            }
            SpecificRecord fact = facts.next(Instant.now());
            if (due >= measuredFrom) {
                dueNanos.put(String.valueOf(FactRules.eventIdOf(fact)), due);
            }
            log.send(fact);
        }
        for (long due = end; due < end + AFTERWARDS.toNanos() / 2; due += tick.toNanos()) {
            awaitNanos(due);
            log.tick(Instant.now());
        }
    }

    private static void awaitNanos(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Consumer<String, byte[]> signals() {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", course.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = consumer.partitionsFor(Topics.TIER_SIGNALS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        return consumer;
    }

    private void read(Consumer<String, byte[]> consumer, Histogram histogram) {
        Deserializer<SpecificRecord> events =
                EventSerde.of(course.registryUrl()).deserializer();
        while (!published) {
            for (ConsumerRecord<String, byte[]> one : consumer.poll(Duration.ofMillis(100))) {
                long now = System.nanoTime();
                if (events.deserialize(one.topic(), one.value()) instanceof TierSignalled signal) {
                    Long due = dueNanos.remove(causeOf(signal));
                    if (due != null) {
                        histogram.recordValue((now - due) / 1000);
                    }
                }
            }
        }
    }

    private static String causeOf(TierSignalled signal) {
        return signal.getSignalId().substring(signal.getSignalId().lastIndexOf('-') + 1);
    }
}
