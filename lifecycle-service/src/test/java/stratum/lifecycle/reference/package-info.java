/**
 * The slow, obvious answer to where a customer stands, and the histories it is asked about.
 * Shares no line with the lifecycle that streams; tests hold the two against each other.
 */
@NullMarked
package stratum.lifecycle.reference;

import org.jspecify.annotations.NullMarked;
