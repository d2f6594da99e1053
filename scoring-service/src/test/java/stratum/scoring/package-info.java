/**
 * Tests of the service as a whole.
 */
@NullMarked
package stratum.scoring;

import org.jspecify.annotations.NullMarked;
