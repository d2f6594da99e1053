/**
 * Plays a history into a running system, day by day, waits until every service has worked through it, and tells what
 * came of it. Business time is what the history says: each day ends with a tick of the clock.
 */
@NullMarked
package stratum.sandbox.play;

import org.jspecify.annotations.NullMarked;
