/**
 * Announces on the log what was decided here by people.
 */
@NullMarked
package stratum.scoring.publish;

import org.jspecify.annotations.NullMarked;
