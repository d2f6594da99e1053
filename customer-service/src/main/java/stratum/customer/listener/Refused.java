package stratum.customer.listener;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import stratum.platform.kafka.DeadLetter;

/** A record of the log that cannot be booked, with the reason. */
record Refused(ConsumerRecord<byte[], byte[]> raw, String reason, String detail) {

    DeadLetter letter(String service) {
        return new DeadLetter(service, reason, detail, raw.topic(), raw.partition(), raw.offset());
    }
}
