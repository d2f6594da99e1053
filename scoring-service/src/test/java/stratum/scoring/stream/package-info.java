/**
 * Tests of scoring on the stream, against the slow and obvious reference.
 */
@NullMarked
package stratum.scoring.stream;

import org.jspecify.annotations.NullMarked;
