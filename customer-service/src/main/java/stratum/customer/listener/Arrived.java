package stratum.customer.listener;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of the log that could be read, with where it came from. */
record Arrived(ConsumerRecord<byte[], byte[]> raw, SpecificRecord record) {}
