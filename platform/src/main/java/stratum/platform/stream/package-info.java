/**
 * How a service decides per customer on Kafka Streams: facts are held until the tick that closes their slice of the
 * log, then worked through in order of event time, so that every reading of the log decides alike.
 */
@NullMarked
package stratum.platform.stream;

import org.jspecify.annotations.NullMarked;
