/**
 * Decisions on Kafka Streams: facts become what is known of a customer, occasions become decisions.
 * Adapts Avro to the domain and back; the rules are in {@code domain}.
 */
@NullMarked
package stratum.campaign.stream;

import org.jspecify.annotations.NullMarked;
