/**
 * What every service needs to talk to Kafka: clients that read and write the catalogue's records, and dead letters.
 */
@NullMarked
package stratum.platform.kafka;

import org.jspecify.annotations.NullMarked;
