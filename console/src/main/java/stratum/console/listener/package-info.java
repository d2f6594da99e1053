/**
 * What the console hears from Kafka: the sizes and lags of topics, the newest decisions, and dead letters.
 * It joins no consumer group and commits nothing, so it leaves no trace on what it watches.
 */
@NullMarked
package stratum.console.listener;

import org.jspecify.annotations.NullMarked;
