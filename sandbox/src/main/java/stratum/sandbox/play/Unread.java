package stratum.sandbox.play;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import stratum.sandbox.run.SandboxFailure;

/**
 * How many records a consumer group has still to read. The ends of transactions take up offsets too and are no records,
 * so where little is left it is read to see.
 */
final class Unread implements AutoCloseable {

    private static final int LITTLE = 32;

    private final Admin admin;
    private final Consumer<String, byte[]> consumer;
    private final String group;

    Unread(Clients clients, String group) {
        this.admin = clients.admin();
        this.consumer = clients.consumer();
        this.group = group;
    }

    long records() {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        if (committed.isEmpty()) {
            throw new SandboxFailure("The %s has not begun to read.".formatted(group));
        }
        List<TopicPartition> partitions = committed.keySet().stream()
                .map(TopicPartition::topic)
                .distinct()
                .flatMap(topic -> Clients.partitions(consumer, topic).stream())
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return ends.entrySet().stream()
                .mapToLong(end -> between(end.getKey(), position(committed.get(end.getKey())), end.getValue()))
                .sum();
    }

    private static long position(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private long between(TopicPartition partition, long from, long to) {
        return to - from > LITTLE || to <= from ? Math.max(0, to - from) : read(partition, from, to);
    }

    private long read(TopicPartition partition, long from, long to) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long found = 0;
        while (consumer.position(partition) < to) {
            found += consumer.poll(Duration.ofMillis(200)).count();
        }
        return found;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (ExecutionException e) {
            throw new SandboxFailure("The broker does not say how far the %s is.".formatted(group), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("The waiting was interrupted.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
        consumer.close();
    }
}
