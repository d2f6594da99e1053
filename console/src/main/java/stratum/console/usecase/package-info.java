/**
 * What the console does: watching the road for all who look at it, and explaining one customer.
 * The ports are plural nouns; Kafka and HTTP stand behind them.
 */
@NullMarked
package stratum.console.usecase;

import org.jspecify.annotations.NullMarked;
