/** A real Postgres for tests. */
@NullMarked
package stratum.scoring.store;

import org.jspecify.annotations.NullMarked;
