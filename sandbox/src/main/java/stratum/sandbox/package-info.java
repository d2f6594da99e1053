/**
 * The command {@code ./stratum}: what a user types and what it answers, in sentences.
 * The system itself is started by {@code run} and fed by {@code play}.
 */
@NullMarked
package stratum.sandbox;

import org.jspecify.annotations.NullMarked;
