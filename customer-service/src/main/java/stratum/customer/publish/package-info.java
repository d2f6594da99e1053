/**
 * Writes to the log: facts from HTTP, the outbox, the clock's ticks.
 * A write counts once all in-sync replicas have acknowledged it.
 */
@NullMarked
package stratum.customer.publish;

import org.jspecify.annotations.NullMarked;
