/**
 * The dossier, the timeline and the outbox in Postgres.
 * Plain SQL; every write from the log may be repeated without harm.
 */
@NullMarked
package stratum.customer.store;

import org.jspecify.annotations.NullMarked;
