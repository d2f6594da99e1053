package stratum.platform.stream;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Kafka Streams knows no time before 1970. An event keeps its own time; its record bears the nearest there is. */
public final class RecordTime implements TimestampExtractor {

    static long of(Instant time) {
        return Math.max(0, time.toEpochMilli());
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }
}
