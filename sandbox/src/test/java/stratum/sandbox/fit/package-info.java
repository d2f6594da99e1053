/** Rhythms from facts. */
@NullMarked
package stratum.sandbox.fit;

import org.jspecify.annotations.NullMarked;
