/**
 * Postgres: every version of every policy, and who did what to it.
 */
@NullMarked
package stratum.scoring.store;

import org.jspecify.annotations.NullMarked;
