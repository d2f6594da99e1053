package stratum.platform.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Why a record went to the dead letters and where it came from. The headers are the same in every service, so that one
 * page can show them all. They never hold anything of the record's content.
 */
public record DeadLetter(String service, String reason, String detail, String topic, int partition, long offset) {

    public static final String REASON = "stratum.reason";
    public static final String DETAIL = "stratum.detail";
    public static final String SERVICE = "stratum.service";
    public static final String TOPIC = "stratum.topic";
    public static final String PARTITION = "stratum.partition";
    public static final String OFFSET = "stratum.offset";

    /** The headers of the dead letter. */
    public Headers headers() {
        Headers headers = new RecordHeaders();
        Map.of(
                        REASON, reason,
                        DETAIL, detail,
                        SERVICE, service,
                        TOPIC, topic,
                        PARTITION, Integer.toString(partition),
                        OFFSET, Long.toString(offset))
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    @Override
    public String toString() {
        return "Dead letter %s from %s-%d at %d: %s".formatted(reason, topic, partition, offset, detail);
    }
}
