package stratum.campaign.listener;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import stratum.platform.kafka.DeadLetter;
import stratum.schemas.Topics;

/** Where records go that nobody can read. */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final KafkaTemplate<String, byte[]> kafka;

    DeadLetters(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /** Returns when it has arrived, so that the record can be counted as read. */
    void add(ConsumerRecord<String, byte[]> record, String reason, String detail) {
        DeadLetter letter =
                new DeadLetter("campaign", reason, detail, record.topic(), record.partition(), record.offset());
        LOG.warn("{}", letter);
        kafka.send(new ProducerRecord<>(
                        Topics.CAMPAIGN_DEAD_LETTERS, null, record.key(), record.value(), letter.headers()))
                .join();
    }
}
