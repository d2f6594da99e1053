/**
 * Kafka Streams: the bank's facts in, stages and transitions out.
 * Translates between Avro and the domain and decides nothing.
 */
@NullMarked
package stratum.lifecycle.stream;

import org.jspecify.annotations.NullMarked;
