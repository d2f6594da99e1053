package stratum.benchmarks.contest;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/** One run of Kafka Streams over the course. */
final class StreamsRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final KafkaStreams streams;
    private final Course course;
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

    StreamsRun(KafkaStreams streams, Course course) {
        this.streams = streams;
        this.course = course;
        streams.setUncaughtExceptionHandler(failure -> {
            broken.compareAndSet(null, failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    /** Starts and waits until all partitions are taken over and what is known of their customers is restored. */
    Measured start() throws InterruptedException {
        Stopwatch stopwatch = new Stopwatch();
        streams.start();
        await(() -> streams.state() == KafkaStreams.State.RUNNING);
        return stopwatch.stop(0, 0);
    }

    /**
     * Starts, waits until all is worked through and stops, which commits what is left; so the time ends with that commit
     * and does not depend on when the last interval happened to end.
     */
    Measured measure(Counted<?> counted, BooleanSupplier workedThrough) throws InterruptedException {
        streams.start();
        await(this::hasConsumed);
        Stopwatch stopwatch = new Stopwatch();
        await(workedThrough);
        Thread stopping = new Thread(this::close, "stop");
        stopping.start();
        awaitCommitted();
        Measured measured = stopwatch.stop(counted.facts(), counted.reviews());
        stopping.join();
        return measured;
    }

    private boolean hasConsumed() {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("records-consumed-total"))
                .anyMatch(metric -> ((Number) metric.metricValue()).doubleValue() > 0);
    }

    private void awaitCommitted() throws InterruptedException {
        try (Admin admin = Inputs.admin(course)) {
            Map<TopicPartition, Long> ends = ends(admin);
            await(() -> committed(admin).entrySet().containsAll(ends.entrySet()));
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) {
        return get(() -> {
            var described = admin.describeTopics(Inputs.TOPICS).allTopicNames().get(1, TimeUnit.MINUTES);
            Map<TopicPartition, OffsetSpec> all = described.values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(all).all().get(1, TimeUnit.MINUTES).entrySet().stream()
                    .filter(end -> end.getValue().offset() > 0)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        });
    }

    private Map<TopicPartition, Long> committed(Admin admin) {
        Map<TopicPartition, OffsetAndMetadata> offsets = get(() -> admin.listConsumerGroupOffsets(course.application())
                .partitionsToOffsetAndMetadata()
                .get(1, TimeUnit.MINUTES));
        return offsets.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private interface Asked<T> {
        T ask() throws ExecutionException, InterruptedException, TimeoutException;
    }

    private static <T> T get(Asked<T> asked) {
        try {
            return asked.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not say how far the group is", e);
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            Throwable failure = broken.get();
            if (failure != null || System.nanoTime() > until) {
                throw new IllegalStateException("The stream broke, or did not end in " + PATIENCE, failure);
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    @Override
    public void close() {
        streams.close(Duration.ofSeconds(30));
    }
}
